import type { Evidence } from '@evenkeel/insight/report'

/** Where things of the records are, as addresses that can be kept and sent. */
const of = (asked: Readonly<Record<string, string>>) => `/records/?${new URLSearchParams(asked)}`

export const CLASSES = '/records/'
export const PEOPLE = of({ list: 'people' })
export const classAddress = (classId: string) => of({ class: classId })
export const completionAddress = (classId: string) => of({ class: classId, print: 'completion' })
export const roomAddress = (classId: string, room: string) => of({ class: classId, room })
/** The debrief of a scene's room, opened at that scene and, where the time is known, at that time of it. */
export const sceneAddress = (classId: string, { room, scene, offset }: Evidence) =>
  of({ class: classId, room, scene, ...(offset !== undefined && { at: String(offset) }) })
export const linesAddress = (classId: string, room: string) => of({ class: classId, room, lines: '1' })
export const personAddress = (key: string) => of({ person: key })

export const exportAddress = (classId: string, file: string) =>
  `/api/records/classes/${encodeURIComponent(classId)}/${file}`
