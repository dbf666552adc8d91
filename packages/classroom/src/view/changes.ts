import { same } from './same.ts'
import type { View } from './view.ts'
import type { Path, ViewEvent } from './view-event.ts'

/**
 * The view events that lead from one view of a viewer to the next. Where the standing changed (another seat, another
 * round, the reveal, removal) that is the whole new view, so that nothing of the old one stays anywhere.
 */
export function changes(before: View, after: View): readonly ViewEvent[] {
  if (standing(before) !== standing(after)) return [{ op: 'view', view: after }]
  return differences(before, after, [])
}

/** What a view's content hangs on. */
function standing(view: View): string {
  switch (view.kind) {
    case 'person': {
      const { me, room } = view
      return `${me.standing}|${room && [room.id, room.seat, room.revealed, room.card.title].join('|')}`
    }
    case 'watch':
      return `${view.room && [view.room.id, view.room.card.title].join('|')}`
    case 'console':
      return ''
    case 'projector':
      return `${view.debrief !== null}`
  }
}

/** Lists that only ever grow within one scene: their lengths say it all. */
const GROWING: ReadonlySet<string | number> = new Set(['lines', 'curve'])
/** Parts whose own parts are compared one by one; everything else is replaced when it differs. */
const OPEN: ReadonlySet<string | number> = new Set(['room', 'scenes', 'people', 'rooms', 'class'])

type Fields = Readonly<Record<string | number, unknown>>

function differences(before: unknown, after: unknown, path: Path): ViewEvent[] {
  const key = path.at(-1)
  if (Array.isArray(before) && Array.isArray(after)) {
    if (key !== undefined && GROWING.has(key) && continues(before, after)) {
      return after.slice(before.length).map(item => ({ op: 'add', path, item }))
    }
    if (key === 'scenes' && sameScenes(before, after)) {
      return [
        ...before.flatMap((scene, index) => differences(scene, after[index], [...path, index])),
        ...after.slice(before.length).map(item => ({ op: 'add', path, item }) as const),
      ]
    }
  } else if (isFields(before) && isFields(after) && opens(path)) {
    const keys = Object.keys(after)
    // A record that lost an entry (a new round's rooms) is replaced whole.
    if (Object.keys(before).every(known => Object.hasOwn(after, known))) {
      return keys.flatMap(name => differences(before[name], after[name], [...path, name]))
    }
  }
  return same(before, after) ? [] : [{ op: 'put', path, value: after }]
}

/** Another card in the briefing starts the lists afresh, so equal lengths alone say nothing. */
const continues = (before: readonly unknown[], after: readonly unknown[]): boolean =>
  after.length >= before.length && same(before.at(-1), after[before.length - 1])

/** The view itself, its open parts, and each scene. */
function opens(path: Path): boolean {
  const key = path.at(-1)
  return key === undefined || OPEN.has(key) || path.at(-2) === 'scenes'
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Scenes are only ever added while the card stays. */
function sameScenes(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.every((scene, index) => {
    const next = after[index]
    return isFields(scene) && isFields(next) && scene.id === next.id
  })
}
