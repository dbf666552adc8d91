import type { Journal } from '../journal/port.ts'
import type { People } from '../people/port.ts'
import { ClassReadings } from './class-readings.ts'
import { Forgetting, type ForgettingParts } from './forgetting.ts'
import type { RecordStore } from './port.ts'

/** Everything about records, put together once at the start. */
export interface Records {
  readonly journal: Journal
  readonly people: People
  readonly rows: RecordStore
  readonly readings: ClassReadings
  readonly forgetting: Forgetting
  /** RETENTION_DAYS; undefined: classes are kept until somebody deletes them. */
  readonly retentionDays: number | undefined
}

export function openRecords(parts: Omit<ForgettingParts, 'readings'>): Records {
  const { journal, people, records, retentionDays } = parts
  const readings = new ClassReadings(journal)
  const forgetting = new Forgetting({ ...parts, readings })
  return { journal, people, rows: records, readings, forgetting, retentionDays }
}
