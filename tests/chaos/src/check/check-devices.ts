import { applyViewEvent, type ClassEvent, type ClassState, type View, viewOf } from '@evenkeel/classroom'
import { wire } from '@evenkeel/protocol'
import type { Device, Evidence, Violation } from './evidence.ts'

/**
 * Each device's frames in their order: no number twice or back, none that the journal does not have, at each of them a
 * transcript that is a beginning of the journal's, and at the end the view that the journal gives. O(frames).
 */
export function checkDevices(
  { journal, devices }: Pick<Evidence, 'journal' | 'devices'>,
  state: ClassState,
): Violation[] {
  const lines = linesByScene(journal)
  return devices.flatMap((device, index) =>
    checkDevice(device, nameOf(device, index), lines, journal.length, state),
  )
}

const nameOf = ({ viewer, sub }: Device, index: number): string =>
  `device ${index + 1} (${'person' in viewer ? viewer.person : viewer.kind}, ${sub})`

type LinesByScene = ReadonlyMap<string, readonly string[]>

function linesByScene(journal: readonly ClassEvent[]): LinesByScene {
  const lines = new Map<string, string[]>()
  for (const event of journal) {
    if (event.type !== 'LineSaid') continue
    const { scene, text } = event.data
    lines.set(scene, [...(lines.get(scene) ?? []), text])
  }
  return lines
}

function checkDevice(
  device: Device,
  name: string,
  lines: LinesByScene,
  end: number,
  state: ClassState,
): Violation[] {
  const broken: Violation[] = []
  let view: View | undefined
  let epoch = ''
  const take = (before: View | undefined, events: readonly unknown[]) => {
    try {
      return folded(before, events)
    } catch {
      broken.push({ broken: 'skipped', what: `${name} got a change of what it does not have` })
      return before
    }
  }
  let upto = 0
  for (const frame of device.frames) {
    if (frame.name === 'people' || frame.name === 'presence' || frame.name === 'wall') continue
    const body: unknown = JSON.parse(frame.text)
    if (!('sub' in Object(body)) || Object(body).sub !== device.sub) continue
    switch (frame.name) {
      case 'snapshot': {
        const snapshot = wire.snapshot.parse(body)
        ;({ epoch, seq: upto } = snapshot)
        view = snapshot.view as unknown as View
        break
      }
      case 'resumed': {
        const resumed = wire.resumed.parse(body)
        if (resumed.epoch !== epoch || resumed.seq < upto) {
          broken.push({
            broken: 'frames-out-of-order',
            what: `${name}: resumed at ${resumed.seq} after ${upto}`,
          })
        }
        upto = resumed.seq
        view = take(view, resumed.events)
        break
      }
      case 'batch': {
        const batch = wire.batch.parse(body)
        // Seen already: a client drops it, as the protocol says.
        if (batch.seq <= upto) break
        upto = batch.seq
        view = take(view, batch.events)
        break
      }
      default:
        continue
    }
    if (upto > end) broken.push({ broken: 'future', what: `${name} saw event ${upto} of ${end}` })
    broken.push(...beginsLike(view, lines, name))
  }
  if (device.shown === undefined) return broken
  if (differs(view, viewOf(device.viewer, state))) {
    broken.push({ broken: 'skipped', what: `${name} has heard something else, up to ${upto} of ${end}` })
  }
  if (differs(device.shown, viewOf(device.viewer, state))) {
    broken.push({ broken: 'stale-view', what: `${name} does not show what the journal says` })
  }
  return broken
}

function folded(view: View | undefined, events: readonly unknown[]): View | undefined {
  return events.reduce<View | undefined>(
    (before, event) => applyViewEvent(before, event as Parameters<typeof applyViewEvent>[1]) as View,
    view,
  )
}

/** Only the newest line is looked at each time: the ones before it were looked at when they were the newest. */
function beginsLike(view: View | undefined, lines: LinesByScene, name: string): Violation[] {
  if (view?.kind !== 'person' || view.room === null) return []
  return view.room.scenes.flatMap((scene): Violation[] => {
    const count = scene.lines.length
    const newest = scene.lines[count - 1]
    if (newest === undefined) return []
    const stored = lines.get(scene.id)?.[count - 1]
    if (newest.n === count && newest.text === stored) return []
    return [{ broken: 'not-a-prefix', what: `${name}: line ${count} of ${scene.id} is “${newest.text}”` }]
  })
}

const differs = (a: unknown, b: unknown): boolean => inOrder(a) !== inOrder(b)

/** As JSON with sorted keys: folding may leave them in another order than building the view does. */
function inOrder(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !('toJSON' in inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
