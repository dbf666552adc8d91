import { expect, test } from 'vitest'
import { goldenFile } from '../http/records/records-under-test.ts'
import { createMemoryStore } from '../journal/memory.ts'
import { openRecords } from './open-records.ts'

test('[I22] when the store fails at the second entry of a person, the class lets go of what the first lost', async () => {
  const { journal, people, records } = createMemoryStore()
  const { epoch } = await journal.create('class-1')
  const events = goldenFile('release-0.2-merged-people.jsonl')
  await journal.append({ classId: 'class-1', epoch, expectedSeq: 0, events })
  let rewrites = 0
  const reloaded: number[] = []
  const { forgetting } = openRecords({
    journal: {
      ...Object.fromEntries(methodsOf(journal)),
      rewrite: (classId: string, map: Parameters<typeof journal.rewrite>[1]) => {
        rewrites += 1
        return rewrites === 2 ? Promise.reject(new Error('the disk is full')) : journal.rewrite(classId, map)
      },
    } as typeof journal,
    people,
    records,
    clock: { now: () => 0 },
    live: { reload: async () => void reloaded.push(rewrites), forget: async () => {} },
  })
  // p7 is p6 now, who was p2 before.
  await expect(forgetting.forgetPerson('class-1', 'p7')).rejects.toThrow('the disk is full')
  expect(reloaded).toEqual([2])
  await forgetting.forgetPerson('class-1', 'p7')
  expect(reloaded.length).toBe(2)
})

function methodsOf<T extends object>(of: T): [string, unknown][] {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(of)).concat(Object.keys(of))
  return names.map(name => {
    const value: unknown = Reflect.get(of, name)
    return [name, typeof value === 'function' ? value.bind(of) : value]
  })
}
