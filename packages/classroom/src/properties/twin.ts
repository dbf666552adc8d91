import type { Command } from '../command.ts'
import { stamp } from '../decide/settle.ts'
import { decide } from '../decide.ts'
import { evolve } from '../evolve.ts'
import { unopened } from '../fold.ts'
import { type Viewer, viewerKey } from '../view/viewer.ts'
import type { History, Turn } from './history.ts'
import { must } from './must.ts'
import { playToScreens, type Shown } from './screens.ts'

/** The same class with one thing otherwise: each command edited, or left out where the edit gives undefined. */
export function twinOf(
  { commands }: History,
  edit: (command: Command) => Command | undefined,
): readonly Turn[] {
  const turns: Turn[] = []
  let state = unopened('class-1')
  for (const given of commands) {
    const command = given.lost ? undefined : edit(given.command)
    if (command === undefined) continue
    const decision = decide(command, state)
    for (const happening of decision.ok ? decision.events : []) {
      const event = stamp(state, happening, command)
      const after = evolve(state, event)
      turns.push({ event, before: state, after })
      state = after
    }
  }
  return turns
}

/** The command with one text in the place of another. */
export function reworded(command: Command, token: string, instead: string): Command {
  const json = JSON.stringify(command.data)
  if (!json.includes(token)) return command
  // The compiler can't follow that another text leaves a command's shape as it was.
  return { ...command, data: JSON.parse(json.replaceAll(token, instead)) } as Command
}

/** Whether the same things happened in both, whatever was in them. */
export const alike = (one: readonly Turn[], other: readonly Turn[]): boolean =>
  one.length === other.length && one.every(({ event }, index) => event.type === other[index]?.event.type)

/**
 * Plays both to all screens and compares, event by event, the bytes of what each viewer gets. Where `mayTell` says that
 * a viewer may not know, they have to be the same; `shown` is of the first class.
 */
export function mustLookAlike(
  one: readonly Turn[],
  other: readonly Turn[],
  mayKnow: (viewer: Viewer, shown: Shown) => boolean,
  note: (shown: Shown) => void = () => {},
): void {
  const others = playToScreens(other)
  for (const shown of playToScreens(one)) {
    note(shown)
    const twin = others.next().value
    must(twin !== undefined && twin.turn.event.type === shown.turn.event.type, 'the twins went apart')
    for (const [key, { viewer }] of shown.screens) {
      if (mayKnow(viewer, shown)) continue
      const got = JSON.stringify(shown.got.get(key) ?? [])
      const twinGot = JSON.stringify(twin.got.get(key) ?? [])
      must(
        got === twinGot,
        `event ${shown.turn.event.seq} ${shown.turn.event.type} tells ${key}: ${got} and ${twinGot}`,
      )
    }
  }
}

/** All that each viewer was ever sent, as bytes. */
export function streamsOf(turns: readonly Turn[]): ReadonlyMap<string, string> {
  const streams = new Map<string, string>()
  for (const { got } of playToScreens(turns)) {
    for (const [key, events] of got) streams.set(key, `${streams.get(key) ?? ''}${JSON.stringify(events)}\n`)
  }
  return streams
}

/** For classes in which one had something more: everybody but these viewers was sent the same bytes. */
export function mustSendAlike(
  one: readonly Turn[],
  other: readonly Turn[],
  knowing: (key: string) => boolean,
): void {
  const streams = streamsOf(other)
  for (const [key, stream] of streamsOf(one)) {
    if (!knowing(key)) must(stream === streams.get(key), `${key} was sent something else`)
  }
}

export const personKey = (person: string): string => viewerKey({ kind: 'person', person })
