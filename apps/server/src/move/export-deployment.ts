import { createHash } from 'node:crypto'
import { evolve, unopened } from '@evenkeel/classroom'
import type { CopiedFrom } from '../cards/port.ts'
import { inOrder } from '../journal/in-order.ts'
import type { Store } from '../journal/store.ts'
import { asClassEvent } from '../live/class-log.ts'
import type { ClassRecord } from '../people/port.ts'
import { REGISTER } from '../records/register.ts'
import { type BesideLine, type ClassLine, type DeploymentLine, FORMAT } from './lines.ts'
import { hashOfState } from './state-hash.ts'

export type MovedStore = Pick<Store, 'journal' | 'people' | 'cards' | 'records'>

const PIECE = 1_000

/**
 * A whole deployment as JSON Lines: a head, what it keeps for all classes, then class by class with its names, seats, records
 * and events, and what it must come to. Nothing in it says from what kind of store or when it was written, so the same
 * deployment gives the same bytes wherever it lies. Epochs are left out: the store that takes it in makes new ones, and by
 * that every device notices that it must look anew. Holds one piece of one class at a time.
 */
export async function* exportDeployment(store: MovedStore): AsyncGenerator<string> {
  const all = createHash('sha256')
  let lines = 0
  const line = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`
    all.update(text)
    lines += 1
    return text
  }
  yield line({ evenkeel: 'deployment', format: FORMAT })
  for await (const each of deploymentLines(store)) yield line(each)
  const classes = await classesOf(store)
  for (const [classId, record] of classes) {
    const own = createHash('sha256')
    const ownLine = (value: object) => {
      const text = line(value)
      own.update(text)
      return text
    }
    yield ownLine({ class: classId, record, roster: await rosterOf(store, classId) } satisfies ClassLine)
    const beside = await besideOf(store, classId)
    for (const each of beside) yield ownLine(each)
    let state = unopened(classId)
    let events = 0
    for (;;) {
      const piece = await store.journal.read(classId, events, PIECE)
      let text = ''
      for (const event of piece) {
        text += ownLine(inOrder(event))
        state = evolve(state, asClassEvent(event))
      }
      if (text !== '') yield text
      events += piece.length
      if (piece.length < PIECE) break
    }
    const counted = { class: classId, beside: beside.length, events }
    yield line({ whole: { ...counted, sha256: own.digest('hex'), state: hashOfState(state) } })
  }
  const end = { classes: classes.length, lines, sha256: all.digest('hex') }
  yield `${JSON.stringify({ end })}\n`
}

async function* deploymentLines({
  journal,
  people,
  cards,
  records,
}: MovedStore): AsyncGenerator<DeploymentLine> {
  const { settings, links, sessions, screens } = await people.kept()
  for (const setting of settings) yield { setting }
  for (const { instructorId, name, owner, at } of await people.instructors())
    yield { instructor: { instructorId, name, owner, at } }
  for (const { hash, expiresAt, instructorId } of links)
    yield { link: { hash, expiresAt, ...(instructorId !== undefined && { instructorId }) } }
  for (const { tokenHash, instructorId, expiresAt, remote } of sessions)
    yield { session: { tokenHash, instructorId, expiresAt, ...(remote && { remote }) } }
  for (const { tokenHash, classId = null, digits, expiresAt } of screens)
    yield { screen: { tokenHash, classId, digits, expiresAt } }
  for (const { hash, id, version, text, savedBy, savedAt, copiedFrom, importedFrom } of await cards.all())
    yield {
      card: {
        ...{ hash, id, version, text, savedBy, savedAt },
        ...(copiedFrom !== undefined && { copiedFrom: copied(copiedFrom) }),
        ...(importedFrom !== undefined && { importedFrom }),
      },
    }
  for (const hidden of await cards.hidden()) yield { hidden }
  for (const { name, value } of await records.rows(REGISTER)) yield { register: { name, value } }
  const alive = await journal.lastAlive()
  if (alive !== undefined) yield { alive }
}

/** Every class that has a journal or a record, in the order of their opening: a code that was given again goes to the later one. */
async function classesOf({
  journal,
  people,
}: MovedStore): Promise<readonly (readonly [string, ClassRecord | null])[]> {
  const records = await people.classesOf(undefined)
  const known = new Map<string, ClassRecord | null>(
    records.map(({ classId, code, title, ownerId, openedAt, closedAt }) => [
      classId,
      { classId, code, title, ownerId, openedAt, ...(closedAt !== undefined && { closedAt }) },
    ]),
  )
  for (const { classId } of await journal.classes()) if (!known.has(classId)) known.set(classId, null)
  const openedAt = (record: ClassRecord | null) => record?.openedAt ?? Number.MAX_SAFE_INTEGER
  return [...known].sort(([a, one], [b, other]) => openedAt(one) - openedAt(other) || (a < b ? -1 : 1))
}

async function rosterOf({ people }: MovedStore, classId: string): Promise<ClassLine['roster']> {
  const roster = await people.rosterOf(classId)
  if (roster === undefined) return null
  const each = roster.people.map(({ name, staffNumber }) => ({
    name,
    ...(staffNumber !== undefined && { staffNumber }),
  }))
  return { people: each, shown: roster.shown }
}

async function besideOf({ people, records }: MovedStore, classId: string): Promise<readonly BesideLine[]> {
  const names = (await people.names(classId)).map(({ personId, nameVersion, name, staffNumber }) => ({
    name: { personId, nameVersion, name, ...(staffNumber !== undefined && { staffNumber }) },
  }))
  const seats = (await people.seatsOf(classId)).map(({ handle, personId, tokenHash, at }) => ({
    seat: { handle, classId, personId, tokenHash, at },
  }))
  const rows = (await records.rows(classId)).map(({ name, value }) => ({
    record: { name, value },
  }))
  return [...names, ...seats, ...rows]
}

const copied = ({ id, hash, title }: CopiedFrom) => ({ id, hash, title })
