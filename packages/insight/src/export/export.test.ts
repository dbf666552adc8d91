import { itemIds } from '@evenkeel/playbook'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attendanceOf } from '../report/attendance.ts'
import { scenesOf } from '../scenes-of.ts'
import { generatedClass } from '../testing/generated-class.ts'
import { played, rated } from '../testing/played.ts'
import { moment } from '../testing/told.ts'
import { brokenXapiRules } from '../testing/xapi-rules.ts'
import type { ClassFacts } from './class-facts.ts'
import { personColumns, personRows } from './person-rows.ts'
import { RATING_COLUMNS, ratingRows } from './rating-rows.ts'
import { xapiStatements } from './xapi.ts'

const facts = (kind: ClassFacts['kind']): ClassFacts => ({
  classId: 'k1',
  title: 'Thursday',
  kind,
  openedAt: Date.UTC(2026, 10, 23, 9, 0, 0),
  closedAt: null,
})
const HOME = 'https://school.example'
/** Stands for a hash: the same name, the same id. */
const uuid = (name: string) => {
  const digits = [...name].reduce(
    (sum, letter) => (sum * 31n + BigInt(letter.codePointAt(0) ?? 0)) % 16n ** 12n,
    7n,
  )
  return `00000000-0000-5000-8000-${digits.toString(16).padStart(12, '0')}`
}
const scene = played({
  classKind: 'assessed',
  startedAt: Date.UTC(2026, 10, 23, 9, 30, 0),
  ratings: [
    rated('p4', 'observer', { paraphrase: 4, space: 'not-observable' }),
    rated('p2', 'customer', { listened: 2 }),
    rated('p3', 'self', { paraphrase: 5 }),
  ],
  moments: [moment('m1', 12, { behaviour: 'paraphrase' }), moment('m2', 13)],
})
const attendance = [
  { person: 'p1', role: 'instructor', joinedAt: 0, until: 3_600_000, present: 3_600_000, absent: 0 },
  { person: 'p3', role: 'trainee', joinedAt: 0, until: 3_600_000, present: 3_000_000, absent: 600_000 },
] as const

test('[I11] the long table: an answer is a score or says what it is instead, never both', () => {
  const rows = [...ratingRows(facts('assessed'), [scene])]
  expect(Object.keys(rows[0] ?? {})).toEqual([...RATING_COLUMNS])
  const of = (rater: string, item: string) =>
    rows
      .filter(row => row.rater === `k1:${rater}` && row.item === item)
      .map(({ answer, raw }) => [answer, raw])
  expect(of('p4', 'paraphrase')).toEqual([['scored', 4]])
  expect(of('p4', 'space')).toEqual([['not-observable', '']])
  expect(of('p4', 'resolve')).toEqual([['not-answered', '']])
  expect(of('p2', 'listened')).toEqual([['scored', 2]])
  expect(rows[0]).toMatchObject({
    class_opened: '2026-11-23T09:00:00Z',
    scene_started: '2026-11-23T09:30:00Z',
    officer: 'k1:p3',
    maximum: 5,
  })
})

test('[I12] of a practice class only attendance leaves, in any of the three', () => {
  const practice = facts('practice')
  expect([...ratingRows(practice, [scene])]).toEqual([])
  const rows = [...personRows(practice, attendance, [scene])]
  expect(rows).toHaveLength(2)
  for (const row of rows) expect(Object.keys(row)).toEqual(personColumns(practice))
  expect(personColumns(practice).join()).not.toMatch(/mean|scenes/)
  const statements = [...xapiStatements(practice, attendance, [scene], { home: HOME, uuid })]
  expect(statements.map(each => JSON.stringify(each.verb)).every(verb => verb.includes('attended'))).toBe(
    true,
  )
  expect(JSON.stringify(statements)).not.toMatch(/score|moments|paraphrase/)
})

test('[I11] the wide table: one row a person, means as officer by others, with n and maximum', () => {
  const names = new Map([['p3', { name: '=cmd()', staffNumber: '0042' }]])
  const rows = [...personRows(facts('assessed'), attendance, [scene], names)]
  expect(rows.map(row => row.person)).toEqual(['k1:p1', 'k1:p3'])
  for (const row of rows) expect(Object.keys(row)).toEqual(personColumns(facts('assessed')))
  expect(rows[1]).toMatchObject({
    staff_number: '0042',
    minutes_present: 50,
    scenes_as_officer: 1,
    paraphrase_mean: 4,
    paraphrase_n: 1,
    paraphrase_maximum: 5,
    space_mean: '',
    space_n: 0,
  })
  expect(rows[0]).toMatchObject({ name: '', paraphrase_mean: '' })
})

test('[I13] statements keep the rules of xAPI 1.0.3, name nobody, and have the same ids each time', () => {
  const made = () => [...xapiStatements(facts('assessed'), attendance, [scene], { home: HOME, uuid })]
  const statements = made()
  expect(statements.map(brokenXapiRules)).toEqual(statements.map(() => []))
  expect(new Set(statements.map(each => each.id)).size).toBe(statements.length)
  expect(made()).toEqual(statements)
  const verbs = statements.map(each => JSON.stringify(each.verb).match(/verbs\/(\w+)/)?.[1])
  expect(verbs).toEqual(['attended', 'completed', 'scored'])
  expect(statements[2]).toMatchObject({ result: { score: { scaled: 0.75, raw: 4, min: 1, max: 5 } } })
})

test('[I13] a broken statement is noticed', () => {
  const [good = {}] = xapiStatements(facts('assessed'), attendance, [scene], { home: HOME, uuid })
  for (const bad of [
    { id: 'x' },
    { actor: {} },
    { verb: { id: 'attended', display: { 'en-US': 'attended' } } },
    { verb: { ...Object(good.verb), display: undefined } },
    { verb: { ...Object(good.verb), display: {} } },
    { object: { ...Object(good.object), definition: { type: HOME } } },
    { timestamp: 'now' },
    { extra: 1 },
  ]) {
    expect(brokenXapiRules({ ...good, ...bad })).toHaveLength(1)
  }
})

test('[I12] for any practice class, no item and no rating is in any row or statement', () => {
  const choice = fc.record({ what: fc.nat(1_000), who: fc.nat(9), which: fc.nat(40), wait: fc.nat(60_000) })
  fc.assert(
    fc.property(fc.array(choice, { minLength: 100, maxLength: 300, size: 'max' }), choices => {
      const { events } = generatedClass('typed', choices)
      const scenes = scenesOf(events)
      const present = attendanceOf(events)
      const out = JSON.stringify([
        ...ratingRows(facts('practice'), scenes),
        ...personRows(facts('practice'), present, scenes),
        ...xapiStatements(facts('practice'), present, scenes, { home: HOME, uuid }),
      ])
      for (const item of itemIds) expect(out).not.toContain(`"${item}`)
    }),
    { numRuns: 15 },
  )
})
