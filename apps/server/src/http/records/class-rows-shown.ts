import type { ClassRow } from '@evenkeel/insight'
import type { ClassRecord } from '../../people/port.ts'
import type { ClassDigest } from '../../records/class-readings.ts'
import type { ClassRows } from '../../records/class-rows.ts'
import { keptOf } from '../../records/retention.ts'

/** What a list tells of a class. */
export function rowShown(
  record: ClassRecord,
  { facts, attendance, scenes }: ClassDigest,
  rows: ClassRows,
  retentionDays: number | undefined,
): ClassRow {
  const lastEvent = Math.max(facts.openedAt, ...attendance.map(each => each.until))
  const { days, by, goesAt } = keptOf(record, rows, lastEvent, retentionDays)
  return {
    class: record.classId,
    title: facts.title,
    kind: facts.kind,
    medium: facts.medium,
    openedAt: facts.openedAt,
    closedAt: facts.closedAt,
    trainees: attendance.filter(({ role }) => role === 'trainee').length,
    scenes,
    imported: rows.importedAt !== null,
    keptDays: days,
    keptBy: by,
    goesAt,
  }
}
