import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'

const scripts = new URL('../../../scripts/', import.meta.url)
const load = (name: string) => import(new URL(name, scripts).href)

// The scripts are plain JavaScript, because they run before anything is installed: their shapes are said here.
const { tooOld }: { tooOld(version: string): string | undefined } = await load('refuse-old-node.mjs')
const { sameInstall }: { sameInstall(wanted: object, present: object): boolean } =
  await load('ensure-installed.mjs')
const {
  sourcesFingerprint,
  outputsFingerprint,
}: Record<'sourcesFingerprint' | 'outputsFingerprint', (root: string, folders: string[]) => string> =
  await load('fingerprint.mjs')
const {
  countResults,
}: {
  countResults(
    tasks: object[],
    reportOf: (directory: string) => object | undefined,
  ): { passed: number; skipped: number; failed: string[] }
} = await load('count-results.mjs')

describe('the oldest Node', () => {
  test.for(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('%s is new enough', version => {
    expect(tooOld(version)).toBeUndefined()
  })
  test.for(['20.18.3', '18.20.4', '8.0.0'])('%s is told in one sentence what to install', version => {
    expect(tooOld(version)).toMatch(/^Evenkeel needs Node 20\.19 or newer and this is Node .*Node 24 LTS/)
  })
  test('package.json and README.md name the same', () => {
    expect(readFileSync(new URL('../package.json', scripts), 'utf8')).toContain('"node": ">=20.19"')
    expect(readFileSync(new URL('../README.md', scripts), 'utf8')).toContain('Node 20.19')
  })
})

describe('whether an install is whole', () => {
  const wanted = {
    '': { name: 'evenkeel' },
    'apps/server': { version: '0.1.0' },
    'node_modules/@evenkeel/server': { resolved: 'apps/server', link: true },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
  }
  const present = {
    'node_modules/@evenkeel/server': { resolved: 'apps/server', link: true },
    'node_modules/zod': { version: '4.6.7' },
  }
  test('what another machine needs may be missing', () => expect(sameInstall(wanted, present)).toBe(true))
  test('another version is not whole', () =>
    expect(sameInstall(wanted, { ...present, 'node_modules/zod': { version: '4.6.6' } })).toBe(false))
  test('a missing package is not whole', () => {
    const { 'node_modules/zod': _zod, ...rest } = present
    expect(sameInstall(wanted, rest)).toBe(false)
  })
})

test('the lock file names the optional binaries of every platform, so that a fresh install works anywhere', () => {
  const lock: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } = JSON.parse(
    readFileSync(new URL('../package-lock.json', scripts), 'utf8'),
  )
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter(
      name =>
        !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
    ),
  )
  expect(missing, 'node scripts/complete-lock.mjs adds them').toEqual([])
})

describe('whether a build is fresh', () => {
  const root = mkdtempSync(join(tmpdir(), 'evenkeel-fresh-'))
  const put = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
    utimesSync(join(root, path), 1, 1)
  }
  put('packages/playbook/src/card.ts', 'one')
  put('packages/playbook/dist/card.js', 'one')
  const sources = () => sourcesFingerprint(root, ['packages/playbook'])
  const outputs = () => outputsFingerprint(root, ['packages/playbook'])
  afterAll(() => rmSync(root, { recursive: true }))

  test('a changed, added or touched source is noticed, each one', () => {
    const seen = new Set([sources()])
    put('packages/playbook/src/card.ts', 'three')
    seen.add(sources())
    put('packages/playbook/src/ladder.ts', '')
    seen.add(sources())
    utimesSync(join(root, 'packages/playbook/src/ladder.ts'), 2, 2)
    seen.add(sources())
    expect(seen.size).toBe(4)
  })
  test('tests, reports and what was built are no sources', () => {
    const before = sources()
    put('packages/playbook/src/card.test.ts', 'two')
    put('packages/playbook/.reports/vitest.json', '{}')
    put('packages/playbook/dist/more.js', '')
    expect(sources()).toBe(before)
  })
  test('a dist that was deleted is noticed', () => {
    const before = outputs()
    rmSync(join(root, 'packages/playbook/dist'), { recursive: true })
    expect(outputs()).not.toBe(before)
  })
})

describe('the last line of npm test', () => {
  const task = (taskId: string, status: 'HIT' | 'MISS', exitCode = 0) => {
    const [name = '', kind = ''] = taskId.split('#')
    return {
      taskId,
      task: kind,
      directory: name,
      cache: { status },
      execution: { startTime: 1000, exitCode },
    }
  }
  const report = (startTime: number, ...statuses: string[]) => ({
    startTime,
    testResults: [
      {
        name: 'some.test.ts',
        status: statuses.includes('failed') ? 'failed' : 'passed',
        message: '',
        assertionResults: statuses.map((status, nth) => ({ fullName: `test ${nth}`, status })),
      },
    ],
  })

  test('every test counts one, every step one however many packages it has', () => {
    const tasks = [
      task('a#lint', 'MISS'),
      task('b#lint', 'HIT'),
      task('//#arrows', 'HIT'),
      task('a#build', 'MISS'),
    ]
    const counted = countResults([...tasks, task('a#test', 'MISS')], () =>
      report(1001, 'passed', 'passed', 'skipped'),
    )
    expect(counted).toEqual({ passed: 5, skipped: 1, failed: [] })
  })
  test('a step that fails in two packages is one failure that names both', () => {
    const counted = countResults(
      [task('a#check-types', 'MISS', 1), task('b#check-types', 'MISS', 1)],
      () => undefined,
    )
    expect(counted).toEqual({ passed: 0, skipped: 0, failed: ['check-types: a#check-types, b#check-types'] })
  })
  test('a failing test is named', () => {
    const counted = countResults([task('a#test', 'MISS', 1)], () => report(1001, 'passed', 'failed'))
    expect(counted).toEqual({ passed: 1, skipped: 0, failed: ['a: test 1'] })
  })
  test('a report from an older run is not counted when the tests died before writing theirs', () => {
    const counted = countResults([task('a#test', 'MISS', 1)], () => report(999, 'passed', 'passed'))
    expect(counted).toEqual({ passed: 0, skipped: 0, failed: ['a#test: ended without a report'] })
  })
  test('a report that turbo brought back from its cache is counted, however old', () => {
    expect(countResults([task('a#test', 'HIT')], () => report(1, 'passed')).passed).toBe(1)
  })
  test('the report of a package whose tests were not part of the run is not counted', () => {
    expect(countResults([task('a#build', 'MISS', 1)], () => report(1001, 'passed')).passed).toBe(0)
  })
  test('a file that could not be loaded is a failure', () => {
    const broken = {
      name: 'x.test.ts',
      status: 'failed',
      message: 'no such module\nat',
      assertionResults: [],
    }
    const counted = countResults([task('a#test', 'MISS', 1)], () => ({
      startTime: 1001,
      testResults: [broken],
    }))
    expect(counted.failed).toEqual(['x.test.ts: no such module'])
  })
  test('a run that fails although every test passed is a failure', () => {
    const counted = countResults([task('a#test', 'MISS', 1)], () => report(1001, 'passed'))
    expect(counted.failed).toEqual(['a#test: failed outside its tests'])
  })
})

test('an unknown program is refused with the names of those that there are', async () => {
  const run = promisify(execFile)(process.execPath, [fileURLToPath(new URL('run.mjs', scripts)), 'dance'])
  await expect(run).rejects.toMatchObject({
    code: 1,
    stderr:
      'There is no command "dance". There are: play, teach, demo, cards, bench, chaos, move, screenshots.\n',
  })
})
