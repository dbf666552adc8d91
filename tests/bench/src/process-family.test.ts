import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { familyTime, timeOfFamily } from './process-family.ts'

const stat = (pid: number, name: string, parent: number, times: readonly [number, number, number, number]) =>
  `${pid} (${name}) S ${parent} 1 1 0 -1 4194560 1 2 3 4 ${times.join(' ')} 20 0 1 0 100 0 0\n`

test('the time of a process, its children and theirs is summed; that of others is not', () => {
  const stats = [
    stat(10, 'node', 1, [1, 2, 3, 4]),
    stat(11, 'a (strange) name', 10, [10, 0, 0, 0]),
    stat(12, 'chrome', 11, [100, 0, 0, 0]),
    stat(13, 'somebody else', 1, [1_000, 0, 0, 0]),
    '',
  ]
  expect(timeOfFamily(stats, 10)).toBe(1_200)
  expect(timeOfFamily(stats, 99)).toBe(0)
})

test.runIf(process.platform === 'linux')('what a child used that has ended is counted', () => {
  const before = familyTime()
  spawnSync(process.execPath, ['-e', 'while (process.cpuUsage().user < 200_000);'])
  expect(familyTime() - before).toBeGreaterThan(150)
})
