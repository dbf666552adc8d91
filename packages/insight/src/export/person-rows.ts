import type { PersonId } from '@evenkeel/classroom'
import { type ItemId, itemIds } from '@evenkeel/playbook'
import { outsideRatings } from '../agreement/raters-of.ts'
import { meanOf } from '../mean.ts'
import type { PlayedScene } from '../played-scene.ts'
import type { Attendance } from '../report/attendance.ts'
import { rolesPlayed } from '../report/roles-played.ts'
import { answerTo } from '../scores.ts'
import { type ClassFacts, isoTime, minutesOf, opaqueId } from './class-facts.ts'
import { MAXIMUM } from './rating-rows.ts'

/** One person of a class. Column names to text or numbers, in the order of the columns. */
export type PersonRow = Readonly<Record<string, string | number>>

const ATTENDANCE_COLUMNS = [
  'class_id',
  'class_title',
  'class_kind',
  'person',
  'staff_number',
  'name',
  'role',
  'joined',
  'left',
  'minutes_present',
] as const

const itemColumns = (item: ItemId) => [`${item}_mean`, `${item}_n`, `${item}_maximum`]

/** Of a practice class attendance only; of an assessed one also seats played and the means as officer. */
export function personColumns({ kind }: Pick<ClassFacts, 'kind'>): readonly string[] {
  if (kind === 'practice') return ATTENDANCE_COLUMNS
  const seats = ['scenes_as_customer', 'scenes_as_officer', 'scenes_as_observer']
  return [...ATTENDANCE_COLUMNS, ...seats, ...itemIds.flatMap(itemColumns)]
}

/** Names as the school knows them; left out (empty) for whoever has none, and in a pseudonymous export. */
export type Names = ReadonlyMap<PersonId, { readonly name: string; readonly staffNumber?: string }>

/** The wide table: one row a person, trainees and instructors, in the order in which they joined. */
export function* personRows(
  facts: ClassFacts,
  attendance: readonly Attendance[],
  scenes: readonly PlayedScene[],
  names: Names = new Map(),
): Generator<PersonRow> {
  const played = new Map(
    rolesPlayed(
      scenes,
      attendance.map(each => each.person),
    ).map(each => [each.person, each]),
  )
  for (const each of attendance) {
    const { person, role, joinedAt, until, present } = each
    const known = names.get(person)
    const base: PersonRow = {
      class_id: facts.classId,
      class_title: facts.title,
      class_kind: facts.kind,
      person: opaqueId(facts.classId, person),
      staff_number: known?.staffNumber ?? '',
      name: known?.name ?? '',
      role,
      joined: isoTime(joinedAt),
      left: isoTime(until),
      minutes_present: minutesOf(present),
    }
    if (facts.kind === 'practice') {
      yield base
      continue
    }
    const seats = played.get(person)
    yield {
      ...base,
      scenes_as_customer: seats?.customer ?? 0,
      scenes_as_officer: seats?.officer ?? 0,
      scenes_as_observer: seats?.observer ?? 0,
      ...Object.assign({}, ...itemIds.map(item => itemCells(scenes, person, item))),
    }
  }
}

function itemCells(scenes: readonly PlayedScene[], person: PersonId, item: ItemId): PersonRow {
  const scores = scenes
    .flatMap(outsideRatings)
    .filter(rating => rating.about === person)
    .map(rating => answerTo(rating, item))
    .filter(answer => typeof answer === 'number')
  const { mean, n } = meanOf(scores, () => 'nothing-rated')
  return {
    [`${item}_mean`]: mean === null ? '' : Math.round(mean * 1_000) / 1_000,
    [`${item}_n`]: n,
    [`${item}_maximum`]: MAXIMUM,
  }
}
