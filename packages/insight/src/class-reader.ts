import type { ClassEvent, ClassKind, Medium } from '@evenkeel/classroom'
import type { ClassFacts } from './export/class-facts.ts'
import type { PlayedScene } from './played-scene.ts'
import { type Attendance, attendanceReader } from './report/attendance.ts'
import { sceneReader } from './scenes-of.ts'

/** Everything that records tell of a class, in one pass over its journal. */
export interface ClassReader {
  read(event: ClassEvent): void
  /** Undefined before the class was opened. */
  facts(): (ClassFacts & { readonly medium: Medium }) | undefined
  attendance(): Attendance[]
  scenes(): PlayedScene[]
}

export function classReader(): ClassReader {
  const scenes = sceneReader()
  const attendance = attendanceReader()
  let opened: { classId: string; title: string; kind: ClassKind; medium: Medium; at: number } | undefined
  let closedAt: number | null = null
  return {
    read(event) {
      scenes.read(event)
      attendance.read(event)
      if (event.type === 'ClassOpened') {
        const { classId, title, settings } = event.data
        opened = { classId, title, kind: settings.kind, medium: settings.medium, at: event.at }
      }
      if (event.type === 'ClassClosed') closedAt ??= event.at
    },
    facts() {
      if (opened === undefined) return undefined
      const { at, ...facts } = opened
      return { ...facts, openedAt: at, closedAt }
    },
    attendance: attendance.attendance,
    scenes: scenes.scenes,
  }
}
