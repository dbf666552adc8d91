import { SERVER } from '@evenkeel/classroom'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generatedClass } from '../testing/generated-class.ts'
import { Journal, TEACHER, triad } from '../testing/journal.ts'
import { attendanceOf } from './attendance.ts'

const MINUTE = 60_000
const ROOM = 'r1-1'
const minutesOf = (journal: Journal, person = 'p2') => {
  const found = attendanceOf(journal.events).find(each => each.person === person)
  return found && { present: found.present / MINUTE, absent: found.absent / MINUTE }
}

test('[I9] from joining to the close of the class', () => {
  const journal = Journal.open(3).wait(40 * MINUTE)
  journal
    .write(TEACHER, 'ClassClosed', {})
    .wait(5 * MINUTE)
    .write('p2', 'HelpCalled', { person: 'p2' })
  expect(minutesOf(journal)).toEqual({ present: 40, absent: 0 })
})

test('[I9] set aside is absent; removed and joined again too', () => {
  const journal = Journal.open(3).wait(10 * MINUTE)
  journal.write(TEACHER, 'PersonSetAside', { person: 'p2' }).wait(5 * MINUTE)
  journal.write(TEACHER, 'PersonBroughtBack', { person: 'p2' }).wait(5 * MINUTE)
  expect(minutesOf(journal.write('p3', 'HelpCalled', { person: 'p3' }))).toEqual({ present: 15, absent: 5 })
  journal.write(TEACHER, 'PersonRemoved', { person: 'p2', blocked: false }).wait(10 * MINUTE)
  expect(minutesOf(journal)).toEqual({ present: 15, absent: 5 })
  journal.write(SERVER, 'PersonJoined', { person: 'p2', role: 'trainee' }).wait(10 * MINUTE)
  journal.write(TEACHER, 'ClassClosed', {})
  expect(minutesOf(journal)).toEqual({ present: 25, absent: 15 })
})

test('[I9][C7] removed by mistake and brought back: what lies between is absent', () => {
  const journal = Journal.open(3).wait(10 * MINUTE)
  journal.write(TEACHER, 'PersonRemoved', { person: 'p2', blocked: true }).wait(5 * MINUTE)
  journal.write(TEACHER, 'PersonBroughtBack', { person: 'p2' }).wait(10 * MINUTE)
  journal.write(TEACHER, 'ClassClosed', {})
  expect(minutesOf(journal)).toEqual({ present: 20, absent: 5 })
})

test('[I9][C17] who came in twice was there while either entry was, once; undone, each on their own again', () => {
  const journal = Journal.open(3, { medium: 'typed' }).wait(10 * MINUTE)
  const merged = { from: 'p3', into: 'p2' }
  journal.write(TEACHER, 'PersonSetAside', { person: 'p2' }).wait(10 * MINUTE)
  journal.write(TEACHER, 'PersonBroughtBack', { person: 'p2' }).wait(5 * MINUTE)
  journal.write(TEACHER, 'PeopleMerged', merged).wait(5 * MINUTE)
  journal.write('p4', 'HelpCalled', { person: 'p4' })
  expect(minutesOf(journal)).toEqual({ present: 30, absent: 0 })
  expect(minutesOf(journal, 'p3')).toBeUndefined()
  expect(attendanceOf(journal.events).find(each => each.person === 'p2')?.also).toEqual(['p3'])
  journal.write(TEACHER, 'MergeUndone', merged).wait(10 * MINUTE)
  journal.write(TEACHER, 'ClassClosed', {})
  expect(minutesOf(journal)).toEqual({ present: 30, absent: 10 })
  expect(minutesOf(journal, 'p3')).toEqual({ present: 40, absent: 0 })
})

test.each([
  ['typed', { present: 15, absent: 5 }],
  ['spoken', { present: 20, absent: 0 }],
] as const)('[I9] a device that is lost in a %s class', (medium, expected) => {
  const journal = Journal.open(3, { medium }).round(1, [triad('p2', 'p3', 'p4')])
  journal.wait(10 * MINUTE).write(SERVER, 'PersonAway', { room: ROOM, person: 'p2' })
  journal.wait(5 * MINUTE).write(SERVER, 'PersonBack', { room: ROOM, person: 'p2' })
  journal.wait(5 * MINUTE).write(TEACHER, 'ClassClosed', {})
  expect(minutesOf(journal)).toEqual(expected)
})

test('[I9] away and set aside at once count once', () => {
  const journal = Journal.open(3, { medium: 'typed' }).round(1, [triad('p2', 'p3', 'p4')])
  journal.wait(MINUTE).write(SERVER, 'PersonAway', { room: ROOM, person: 'p2' })
  journal.wait(MINUTE).write(TEACHER, 'PersonSetAside', { person: 'p2' })
  journal.wait(MINUTE).write(SERVER, 'PersonBack', { room: ROOM, person: 'p2' })
  journal.wait(MINUTE).write(TEACHER, 'PersonBroughtBack', { person: 'p2' })
  journal.wait(MINUTE).write(TEACHER, 'ClassClosed', {})
  expect(minutesOf(journal)).toEqual({ present: 2, absent: 3 })
})

test('[I9] for any class: present and absent together are the time from joining to leaving', () => {
  const choice = fc.record({ what: fc.nat(1_000), who: fc.nat(9), which: fc.nat(40), wait: fc.nat(60_000) })
  fc.assert(
    fc.property(
      fc.constantFrom('spoken', 'typed'),
      fc.array(choice, { maxLength: 200 }),
      (medium, choices) => {
        for (const each of attendanceOf(generatedClass(medium, choices).events)) {
          expect(each.present).toBeGreaterThanOrEqual(0)
          expect(each.absent).toBeGreaterThanOrEqual(0)
          expect(each.present + each.absent).toBe(each.until - each.joinedAt)
        }
      },
    ),
    { numRuns: 40 },
  )
})
