import { type Audience, audiences } from '../view/audiences.ts'
import type { View } from '../view/view.ts'
import { applyViewEvent, type ViewEvent } from '../view/view-event.ts'
import { viewOf } from '../view/view-of.ts'
import { type Viewer, viewerKey } from '../view/viewer.ts'
import type { Turn } from './history.ts'
import { everyViewer, looksFrom } from './viewers.ts'

/** What one screen holds: the view that it folded from what it was sent. */
export interface Screen {
  readonly viewer: Viewer
  readonly view: View
  /** The same, folded from JSON, as it comes over the wire. */
  readonly wired: unknown
}

/** What one event did to all screens of a class. */
export interface Shown {
  readonly turn: Turn
  readonly sent: readonly Audience[]
  /** By viewer: the view events that it got, none if there were none. */
  readonly got: ReadonlyMap<string, readonly ViewEvent[]>
  readonly screens: ReadonlyMap<string, Screen>
}

/**
 * Plays a history to every screen there could be and yields after each event. A person's screen begins with their
 * joining, the console and the projector with the opening, a look into a room when an instructor opens it.
 */
export function* playToScreens(turns: readonly Turn[]): Generator<Shown> {
  const screens = new Map<string, Screen>()
  const looks = new Map<string, Viewer>()
  for (const turn of turns) {
    const { event, before, after } = turn
    const sent = audiences(event, before, after, [...looks.values()])
    const got = new Map<string, readonly ViewEvent[]>()
    for (const { viewers, events } of sent) {
      const wired = JSON.parse(JSON.stringify(events)) as readonly ViewEvent[]
      for (const viewer of viewers) {
        const key = viewerKey(viewer)
        if (got.has(key)) throw new Error(`${key} is in two audiences of event ${event.seq}`)
        got.set(key, events)
        screens.set(key, folded(viewer, screens.get(key), events, wired))
      }
    }
    yield { turn, sent, got, screens }
    for (const viewer of looksFrom(after)) {
      const key = viewerKey(viewer)
      if (looks.has(key)) continue
      looks.set(key, viewer)
      const view = viewOf(viewer, after)
      screens.set(key, { viewer, view, wired: JSON.parse(JSON.stringify(view)) })
    }
  }
}

function folded(
  viewer: Viewer,
  screen: Screen | undefined,
  events: readonly ViewEvent[],
  wired: readonly ViewEvent[],
): Screen {
  const start = { kind: 'nothing yet' }
  return {
    viewer,
    view: events.reduce<View>(applyViewEvent, screen?.view ?? (start as unknown as View)),
    wired: wired.reduce<unknown>(applyViewEvent, screen?.wired ?? start),
  }
}

/** Who could look at a class: for checking that nobody was left out. */
export const everyScreenOf = ({ turn, screens }: Shown): readonly Viewer[] =>
  everyViewer(
    turn.after,
    [...screens.values()].map(screen => screen.viewer).filter(viewer => viewer.kind === 'watch'),
  )
