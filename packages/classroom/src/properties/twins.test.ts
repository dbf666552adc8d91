import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command, CommandType } from '../command.ts'
import { roomOf, seatOf, sitting } from '../find.ts'
import type { Room } from '../room.ts'
import { canariesIn } from './canaries.ts'
import { libraryWithout, needOf } from './canary-cards.ts'
import { Dice } from './dice.ts'
import type { Given, History } from './history.ts'
import { SeatingChart } from './seating-chart.ts'
import { holdsFor, type Property } from './smaller.ts'
import { fuzzRuns, fuzzSeed, print } from './surroundings.ts'
import { alike, mustLookAlike, mustSendAlike, personKey, reworded, twinOf } from './twin.ts'
import { type Sight, sightOf } from './visibility-table.ts'

const USUAL = 7
const RUNS = fuzzRuns(USUAL)
const compared = new Map<string, number>()
const count = (what: string) => compared.set(what, (compared.get(what) ?? 0) + 1)

/** `kept`: seeds on which this failed once. */
function check(property: Property, kept: readonly number[] = []): void {
  for (const seed of kept) holdsFor(property, seed)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), seed => holdsFor(property, seed)),
    { seed: fuzzSeed(), numRuns: RUNS, endOnFailure: true },
  )
}

/** One command of a kind that something came of. */
function someCommand({ commands, seed }: History, type: CommandType): Given | undefined {
  const done = commands.filter(({ command, decision, lost }) => {
    return command.type === type && !lost && decision.ok && decision.events.length > 0
  })
  return new Dice(seed, type.length).pick(done)
}

/**
 * Each command at the latest time that was so far. Where the clock was set back, an event lends its time to what follows,
 * so that leaving it out would also change the times of others' events.
 */
function steadily({ commands }: History): (command: Command) => Command {
  let latest = 0
  const times = new Map<string, number>()
  for (const { command } of commands) {
    latest = Math.max(latest, command.at)
    times.set(command.id, latest)
  }
  return command => ({ ...command, at: times.get(command.id) ?? command.at })
}

/** Two classes that differ in one secret: whoever may not see it is sent the same bytes, at every event. */
function compareTwins(
  history: History,
  edit: (command: Command) => Command,
  mayKnow: (sight: Sight) => boolean,
  what: string,
): void {
  const twin = twinOf(history, edit)
  if (!alike(history.turns, twin)) return
  count(what)
  const chart = new SeatingChart()
  mustLookAlike(
    history.turns,
    twin,
    viewer => mayKnow(sightOf(viewer, chart)),
    ({ turn }) => chart.add(turn.event),
  )
}

const TEXTS: readonly CommandType[] = ['Whisper', 'WriteNote', 'Confer', 'Rate', 'ConfirmCue', 'Speak']

describe('[V] two classes that differ in one secret look the same to everybody who may not see it', () => {
  test.each(TEXTS)('the text of %s', type => {
    check(history => {
      const secret = someCommand(history, type)
      const [token] = canariesIn(JSON.stringify(secret?.command.data ?? ''))
      if (token === undefined) return
      const instead = 'something quite different and longer'
      compareTwins(
        history,
        command => reworded(command, token, instead),
        sight => sight.words.has(token),
        type,
      )
    })
  })

  test('the need in the customer’s brief', () => {
    check(history => {
      const card = history.turns.flatMap(({ event }) =>
        event.type === 'CardBrought' ? [event.data.hash] : [],
      )[0]
      if (card === undefined) return
      const token = needOf(card)
      const library = libraryWithout(token, 'to be asked for once')
      compareTwins(
        history,
        command => ({ ...command, library }),
        sight => sight.words.has(token),
        'need',
      )
    })
  })

  test('the temperature', () => {
    check(history => {
      const { commands } = history
      const secret = someCommand(history, 'SetTemperature')
      if (secret?.command.type !== 'SetTemperature') return
      const { place, level } = secret.command.data
      const last = commands.findLast(
        ({ command }) => command.type === 'SetTemperature' && command.data.place.scene === place.scene,
      )
      const instead = level === 1 ? 7 : 1
      const edit = (command: Command): Command =>
        command.id === last?.command.id && command.type === 'SetTemperature'
          ? { ...command, data: { ...command.data, level: instead } }
          : command
      compareTwins(history, edit, sight => sight.room !== null && sight.temperature, 'temperature')
    })
  })

  test('who stopped a scene: only the console is told', () => {
    check(history => {
      const stopped = someCommand(history, 'Stop')
      if (stopped?.command.type !== 'Stop') return
      const { id, data } = stopped.command
      const room = roomOf(stopped.on, data.place.room)
      const other = room && someoneElse(room, stopped.command.actor)
      if (other === undefined) return
      const edit = (command: Command): Command =>
        command.id === id && command.type === 'Stop'
          ? { ...command, actor: other.person, data: { place: { ...data.place, seat: other.seat } } }
          : command
      count('stop')
      mustSendAlike(history.turns, twinOf(history, edit), key => key === 'console')
    })
  })

  test('that somebody called for help, was whispered to or wrote a note', () => {
    check(
      history => {
        const steady = steadily(history)
        const base = twinOf(history, steady)
        const without = (secret: Given, knowing: (key: string) => boolean) => {
          count(`no ${secret.command.type}`)
          const twin = twinOf(history, command =>
            command.id === secret.command.id ? undefined : steady(command),
          )
          mustSendAlike(base, twin, knowing)
        }
        const help = someCommand(history, 'CallHelp')
        const theirs = (person: string) => {
          const keys = new Set(everyEntryOf(history, person).map(personKey))
          return (key: string) => keys.has(key)
        }
        if (help) {
          const own = theirs(help.command.actor)
          without(help, key => key === 'console' || own(key))
        }
        const note = someCommand(history, 'WriteNote')
        if (note) {
          const own = theirs(note.command.actor)
          without(note, key => own(key) || key.endsWith(`:${note.command.actor}`))
        }
        const whisper = someCommand(history, 'Whisper')
        if (whisper?.command.type === 'Whisper') {
          const own = theirs(whisper.command.data.to)
          without(whisper, key => key.startsWith('watch:') || own(key))
        }
      },
      [21, 932_411_423, 1_748_905_238],
    )
  })

  test.runIf(RUNS >= USUAL)('there was something to compare', () => {
    print([...compared].map(([what, times]) => `${what} ${times}`).join(', '))
    const expected = [...TEXTS, 'need', 'temperature', 'stop', 'no CallHelp', 'no WriteNote', 'no Whisper']
    expect(expected.filter(what => !compared.has(what))).toEqual([])
  })
})

/** A person, and whoever was made one with them later: what was told to the first is theirs too. */
function everyEntryOf({ turns }: History, person: string): readonly string[] {
  const entries = [person]
  for (const { event } of turns)
    if (event.type === 'PeopleMerged' && entries.includes(event.data.from)) entries.push(event.data.into)
  return entries
}

function someoneElse(room: Room, actor: string) {
  const person = sitting(room.seats).find(known => known !== actor)
  const seat = person && seatOf(room.seats, person)
  return person && seat ? { person, seat } : undefined
}
