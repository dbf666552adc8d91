import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventsAfter } from '../journal/journal-contract.ts'
import { storeOnDisk } from '../journal/store-on-disk.ts'
import { peopleContract } from './people-contract.ts'

peopleContract('sqlite', storeOnDisk)

let under: Awaited<ReturnType<typeof storeOnDisk>>
beforeEach(async () => {
  under = await storeOnDisk()
})
afterEach(() => under.end())

/** A fixed sequence of numbers below `max`, so that the pages of the file split the same way each time. */
function numbers(): (max: number) => number {
  let state = 1
  return max => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor(state / 256) % max
  }
}

test('[N1] an erased name leaves no byte in the file, not even a copy left by a split page', async () => {
  const { journal, people } = under.store
  const next = numbers()
  const classIds = Array.from({ length: 8 }, (_, i) => `s${i}`)
  const epochs = new Map<string, string>()
  for (const classId of classIds) epochs.set(classId, (await journal.create(classId)).epoch)
  const marks = new Map<string, { classId: string; personId: string }>()
  const seqs = new Map<string, number>()
  for (let i = 0; i < 640; i += 1) {
    const classId = `s${next(8)}`
    const seq = seqs.get(classId) ?? 0
    const personId = `p${i.toString(36)}q`
    marks.set(`<name ${i}>`, { classId, personId })
    await journal.append({
      classId,
      epoch: epochs.get(classId) ?? '',
      expectedSeq: seq,
      events: eventsAfter(seq, 1),
      names: [{ personId, nameVersion: 1, name: `<name ${i}>${'n'.repeat(next(900))}` }],
    })
    seqs.set(classId, seq + 1)
  }
  const erased = [...marks].filter(() => next(5) === 0)
  for (const [, { classId, personId }] of erased) await people.erase(classId, personId)
  const bytes = await under.bytes?.()
  expect(erased.filter(([mark]) => bytes?.includes(mark))).toEqual([])
  expect([...marks.keys()].filter(mark => bytes?.includes(mark))).toHaveLength(640 - erased.length)
})

test('[N12] a roster that was replaced leaves no byte in the file', async () => {
  const { people } = under.store
  for (let round = 0; round < 12; round += 1) {
    for (let i = 0; i < 8; i += 1) {
      const row = { name: `<round ${round} class ${i}>${'n'.repeat(round * 40)}` }
      await people.putRoster(`k${i}`, { people: [row, row], shown: true })
    }
  }
  await people.putRoster('k3', { people: [], shown: false })
  const bytes = await under.bytes?.()
  for (let round = 0; round < 11; round += 1) expect(bytes?.includes(`<round ${round} class`)).toBe(false)
  expect(bytes?.includes('<round 11 class 3>')).toBe(false)
  expect(bytes?.includes('<round 11 class 4>')).toBe(true)
})
