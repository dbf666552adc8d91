import type { ClassEvent } from '@evenkeel/classroom'
import { beforeAll, describe, expect, test } from 'vitest'
import { BUGS, type Bug } from '../planted/planted-bugs.ts'
import { run } from '../run.ts'
import { check } from './check.ts'
import type { Broken, Commanded, Device, Evidence, Frame } from './evidence.ts'

/*
 * The checker must not be blind. First a good run; then the same evidence as it would be with each bug; then real servers
 * with a bug in them.
 */

let good: Evidence
beforeAll(async () => {
  const ran = await run({ seed: 11, faults: 2, only: ['reload', 'cut'] })
  expect(ran.violations).toEqual([])
  good = ran.evidence
}, 60_000)

const renumbered = (journal: readonly ClassEvent[]): ClassEvent[] =>
  journal.map((event, index) => ({ ...event, seq: index + 1 }))
const lineAt = (journal: readonly ClassEvent[], from = 0) =>
  journal.findIndex((event, index) => index >= from && event.type === 'LineSaid')
const without = (journal: readonly ClassEvent[], index: number) => journal.filter((_, at) => at !== index)
const swapped = (journal: readonly ClassEvent[], index: number): ClassEvent[] => {
  const copy = [...journal]
  const [a, b] = [copy[index], copy[index + 40]]
  if (a !== undefined && b !== undefined) [copy[index], copy[index + 40]] = [b, a]
  return copy
}
const withCommands = (change: (command: Commanded) => Commanded): Evidence => ({
  ...good,
  commands: good.commands.map(change),
})
const spoken = (command: Commanded) => command.type === 'Speak' && command.answer?.ok === true

/** One device of a person that was there to the end, changed. */
function withDevice(change: (device: Device) => Partial<Device>): Evidence {
  const index = good.devices.findIndex(each => each.viewer.kind === 'person' && each.shown !== undefined)
  return {
    ...good,
    devices: good.devices.map((device, at) => (at === index ? { ...device, ...change(device) } : device)),
  }
}
const withFrames = (change: (frames: readonly Frame[]) => readonly Frame[]): Evidence =>
  withDevice(({ frames }) => ({ frames: change(frames) }))
const firstSpoken = () => good.commands.findIndex(spoken)

const planted: [bug: string, make: () => Evidence, broken: Broken][] = [
  [
    'acknowledged before it was committed, and then lost',
    () => ({ ...good, journal: renumbered(without(good.journal, lineAt(good.journal, 40))) }),
    'lost',
  ],
  ['a number left out', () => ({ ...good, journal: without(good.journal, 30) }), 'gap'],
  [
    'a retry carried out as if it were new',
    () => ({
      ...good,
      journal: renumbered([
        ...good.journal,
        ...good.journal.slice(lineAt(good.journal), lineAt(good.journal) + 1),
      ]),
    }),
    'doubled',
  ],
  [
    'two writers that both count from the same number',
    () => ({ ...good, journal: [...good.journal.slice(0, 50), ...good.journal.slice(49)] }),
    'gap',
  ],
  [
    'commands stored in another order than they were answered',
    () => ({ ...good, journal: renumbered(swapped(good.journal, lineAt(good.journal, 40))) }),
    'reordered',
  ],
  [
    'an answer that names another event',
    () =>
      withCommands(command =>
        spoken(command) && command.answer?.ok
          ? { ...command, answer: { ...command.answer, seq: command.answer.seq + 1 } }
          : command,
      ),
    'wrong-seq',
  ],
  [
    'refused, and done all the same',
    () =>
      withCommands(command =>
        command === good.commands[firstSpoken()]
          ? { ...command, answer: { id: command.id, ok: false, kind: 'not-allowed', say: 'No.' } }
          : command,
      ),
    'refused-but-done',
  ],
  [
    'never answered',
    () =>
      withCommands(command => {
        if (command !== good.commands[firstSpoken()]) return command
        const { answer: _, answeredAt: __, ...open } = command
        return open
      }),
    'unanswered',
  ],
  [
    'time that goes back',
    () => ({
      ...good,
      journal: good.journal.map((event, index) =>
        index === 40 ? { ...event, at: event.at - 60_000 } : event,
      ),
    }),
    'time-back',
  ],
  [
    'a batch that was skipped on the way',
    () =>
      withFrames(frames => {
        const batches = frames.filter(({ name }) => name === 'batch').slice(8, 14)
        return frames.filter(frame => !batches.includes(frame))
      }),
    'skipped',
  ],
  ['shown before it is stored', () => ({ ...good, journal: good.journal.slice(0, -5) }), 'future'],
  [
    'a transcript that differs from the journal',
    () => ({
      ...good,
      journal: good.journal.map(event =>
        event.type === 'LineSaid' ? { ...event, data: { ...event.data, text: 'Something else.' } } : event,
      ),
    }),
    'not-a-prefix',
  ],
  [
    'an old view that stays after somebody was seated anew',
    () => withDevice(() => ({ shown: { kind: 'person', room: null } })),
    'stale-view',
  ],
  [
    "another seat's brief in a frame",
    () =>
      withFrames(frames => [
        ...frames,
        {
          name: 'people',
          text: `["${good.secrets.map(each => each.text).join('","')}"]`,
        },
      ]),
    'leak',
  ],
  [
    'an older state after a newer one',
    () =>
      withFrames(frames => [
        ...frames,
        {
          name: 'resumed',
          text: JSON.stringify({ sub: 'seat', epoch: 'another', seq: 1, mark: 0, events: [], now: 0 }),
        },
      ]),
    'frames-out-of-order',
  ],
  [
    'a journal that does not fold',
    () => ({
      ...good,
      journal: good.journal.map(event =>
        event.type === 'RoundStarted' ? { ...event, data: { rooms: null } as never } : event,
      ),
    }),
    'replay',
  ],
]

test.each(planted)('[J1-J4] evidence of %s is found, and named', (_, make, broken) => {
  const found = check(make())
  expect(found.map(each => each.broken)).toContain(broken)
  for (const { what } of found) expect(what).not.toBe('')
})

const FOUND_AS: Readonly<Record<Bug, readonly Broken[]>> = {
  'ack-before-commit': ['lost'],
  'alters-a-line': ['not-a-prefix'],
  'forgets-commands': ['lost', 'doubled'],
  'forgets-after-restart': ['lost', 'doubled'],
}

describe('a real server', () => {
  // 'forgets-after-restart' is what failed-once.test.ts looks for.
  test.each(BUGS.filter(bug => bug !== 'forgets-after-restart'))(
    '[J1-J4] that is wrong (%s) is found out',
    async bug => {
      const { violations } = await run({ seed: 5, faults: 3, only: ['kill', 'cut'], bug })
      const kinds = new Set(violations.map(each => each.broken))
      expect(
        FOUND_AS[bug].some(kind => kinds.has(kind)),
        [...kinds].join(', '),
      ).toBe(true)
    },
    60_000,
  )
})
