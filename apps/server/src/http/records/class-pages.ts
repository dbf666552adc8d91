import { type ClassState, viewOf } from '@evenkeel/classroom'
import {
  type AttendanceRow,
  asInstructorSees,
  besideInstructor,
  type ClassPage,
  type ClassRow,
  classReport,
  roomBeside,
  sceneHead,
  titlesOf,
} from '@evenkeel/insight'
import { Router } from 'express'
import { classRows } from '../../records/class-rows.ts'
import { namesNow } from '../../records/names-now.ts'
import type { HttpParts } from '../parts.ts'
import { refusal, sendRefusal } from '../refuse.ts'
import { askedClass, askingInstructor, classesSeenBy, pause } from './asked.ts'
import { rowShown } from './class-rows-shown.ts'

const noJournal = refusal('gone', 'Nothing happened in this class.')

/** The list of classes, the page of one after it, and any of its rooms as its instructor reads it. */
export function classPageRoutes(parts: HttpParts): Router {
  const { records } = parts
  const { readings, rows, people, retentionDays } = records
  const router = Router()

  router.get('/records/classes', async (req, res) => {
    const instructor = await askingInstructor(parts, req, res)
    if (instructor === undefined) return
    const classes: ClassRow[] = []
    for (const record of await classesSeenBy(parts, instructor)) {
      const digest = await readings.digest(record.classId)
      if (digest === undefined) continue
      classes.push(rowShown(record, digest, await classRows(rows, record.classId), retentionDays))
      await pause()
    }
    res.json({ classes })
  })

  router.get('/records/classes/:class', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined) return
    const { classId } = asked.record
    const reading = await readings.read(classId)
    if (reading === undefined) return sendRefusal(res, noJournal)
    const written = await classRows(rows, classId)
    const { attendance } = reading
    const names = namesNow(await people.names(classId), attendance)
    const trainees = attendance.filter(({ role }) => role === 'trainee').map(({ person }) => person)
    const self = await readings.personOf(classId, asked.instructor.id)
    const digest = { ...reading, scenes: reading.scenes.filter(({ fork }) => fork === null).length }
    const seen = reading.scenes.map(scene => asInstructorSees(scene, self))
    const page: ClassPage = {
      class: rowShown(asked.record, digest, written, retentionDays),
      report: classReport(reading.scenes, trainees, self),
      beside: besideInstructor(seen),
      fishbowls: roomBeside(seen),
      scenes: reading.scenes.map(sceneHead),
      attendance: attendance.map(
        ({ also: _also, ...each }): AttendanceRow => ({
          ...each,
          name: names.get(each.person)?.name ?? '',
          staffNumber: names.get(each.person)?.staffNumber ?? '',
          signed: written.signed.get(each.person) ?? null,
          serial: written.serials.get(each.person) ?? '',
        }),
      ),
      completion: written.completion,
      titles: titlesOf(reading.scenes),
      names: Object.fromEntries([...names].map(([person, { name }]) => [person, name])),
    }
    res.json(page)
  })

  /**
   * What an instructor who looks into the room would see (`WatchView`), as it was at the end of its round: of every round, and
   * of a class that is over or came as a file.
   */
  router.get('/records/classes/:class/rooms/:room', async (req, res) => {
    const asked = await askedClass(parts, req, res)
    if (asked === undefined) return
    const { classId } = asked.record
    const state = atRoundOf(await readings.state(classId), req.params.room)
    if (state.status === 'unopened') return sendRefusal(res, noJournal)
    const person = (await readings.personOf(classId, asked.instructor.id)) ?? ''
    const view = viewOf({ kind: 'watch', room: req.params.room, person }, state)
    const names = Object.fromEntries((await people.names(classId)).map(each => [each.personId, each.name]))
    res.json({ view, names, class: { title: state.title, medium: state.settings.medium } })
  })

  return router
}

/** The class with the round of this room as its current one: a class lets go of the rooms of past rounds. */
function atRoundOf(state: ClassState, room: string): ClassState {
  const round = state.pastRounds.find(({ rooms }) => rooms.some(({ id }) => id === room))
  return round === undefined ? state : { ...state, round }
}
