import {
  type ClassEvent,
  type ClassState,
  evolve,
  personOf,
  unopened,
  type Viewer,
  viewOf,
} from '@evenkeel/classroom'
import type { Evidence, Violation } from './evidence.ts'

/** These change what is written in a room, but not who may read a part of a card. */
const CHANGES_NO_STANDING: ReadonlySet<ClassEvent['type']> = new Set<ClassEvent['type']>([
  'LineSaid',
  'TemperatureSet',
  'MomentMarked',
  'MomentNamed',
  'HelpCalled',
  'HelpEnded',
  'PersonAway',
  'PersonBack',
  'PersonReady',
])

/** No frame of anybody holds a secret that no view of theirs ever held. */
export function checkSecrets({ classId, journal, devices, secrets }: Evidence): Violation[] {
  const allowed = mayRead(
    classId,
    journal,
    devices.map(device => device.viewer),
    secrets.map(each => each.text),
  )
  return devices.flatMap(({ viewer, frames }) => {
    const mine = allowed.get(keyOf(viewer)) ?? new Set()
    const foreign = secrets.filter(({ text }) => !mine.has(text))
    return frames.flatMap(frame =>
      foreign
        .filter(({ text }) => frame.text.includes(text))
        .map(
          ({ of }): Violation => ({ broken: 'leak', what: `${keyOf(viewer)} got ${of} in a ${frame.name}` }),
        ),
    )
  })
}

/** Before they join there is nothing that they could see. */
const isThere = (viewer: Viewer, state: ClassState): boolean =>
  !('person' in viewer) || personOf(state, viewer.person) !== undefined

const keyOf = (viewer: Viewer): string => `${viewer.kind} ${'person' in viewer ? viewer.person : ''}`

function mayRead(
  classId: string,
  journal: readonly ClassEvent[],
  viewers: readonly Viewer[],
  texts: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const each = new Map(viewers.map(viewer => [keyOf(viewer), { viewer, texts: new Set<string>() }]))
  let state = unopened(classId)
  for (const event of journal) {
    state = evolve(state, event)
    if (CHANGES_NO_STANDING.has(event.type)) continue
    for (const { viewer, texts: mine } of each.values()) {
      const open = texts.filter(text => !mine.has(text))
      if (open.length === 0 || !isThere(viewer, state)) continue
      const view = JSON.stringify(viewOf(viewer, state))
      for (const text of open) if (view.includes(text)) mine.add(text)
    }
  }
  return new Map([...each].map(([key, { texts: mine }]) => [key, mine]))
}
