import { EVENT_VERSIONS, type EventShapes, type EventType, presetFor, SERVER } from '@evenkeel/classroom'
import { itemIds, rubric, type Temperature, techniqueIds } from '@evenkeel/playbook'
import { loadCards, rubricHash } from '@evenkeel/playbook/cards'
import type { Store } from '@evenkeel/server'

type StoredEvent = Awaited<ReturnType<Store['journal']['read']>>[number]

const MINUTE = 60_000
const LINES = 12
const STEPS = 6
const MARKS = 5

/** A class that is over, as its journal: triads in which everything is said, marked and rated. One scene a room. */
export function keptClass(classId: string, people: number, rounds: number, openedAt: number): StoredEvent[] {
  const events: StoredEvent[] = []
  let at = openedAt
  const write = <T extends EventType>(actor: string, type: T, data: EventShapes[T]) => {
    const seq = events.length + 1
    events.push({ seq, at, actor, commandId: `c${seq}`, type, v: EVENT_VERSIONS[type], data })
  }
  const [first] = loadCards()
  if (first === undefined) throw new Error('there are no cards')
  const { card, hash } = first
  const { id, title, site, difficulty, minutes } = card
  const settings = presetFor({ kind: 'assessed', place: 'remote', minutes: 90 }, [])
  const deck = [{ hash, id, title, site, difficulty, minutes }]
  write(SERVER, 'ClassOpened', {
    classId,
    title: `Class ${classId}`,
    settings,
    deck,
    rubricHash: rubricHash(rubric),
  })
  write(SERVER, 'RubricBrought', { hash: rubricHash(rubric), rubric })
  write(SERVER, 'CardBrought', { hash, card })
  write(SERVER, 'PersonJoined', { person: 'p1', role: 'instructor' })
  for (let n = 2; n <= people + 1; n++) write(SERVER, 'PersonJoined', { person: `p${n}`, role: 'trainee' })
  for (let round = 1; round <= rounds; round++) {
    const rooms = Array.from({ length: Math.floor(people / 3) }, (_, index) => {
      const seat = (turn: number) => `p${2 + index * 3 + ((round + turn) % 3)}`
      return {
        room: `r${round}-${index + 1}`,
        spot: index + 1,
        seats: { customer: seat(0), officer: seat(1), observers: [seat(2)] },
        card: hash,
        why: 'planned',
        endsAt: at + MINUTE,
      }
    })
    write('p1', 'RoundStarted', {
      number: round,
      kind: 'pairing',
      pairing: Math.ceil(round / 2),
      focus: itemIds.slice(0, 3),
      rooms,
    })
    for (const { room, seats } of rooms) {
      const scene = `${room}.1`
      const [customer, officer, observer] = [seats.customer, seats.officer, seats.observers[0] ?? 'p1']
      write(SERVER, 'PhaseEntered', { room, phase: 'scene', startsAt: at, endsAt: at + 5 * MINUTE })
      for (let n = 1; n <= LINES; n++) {
        const says = n % 2 === 1
        at += 5_000
        write(says ? customer : officer, 'LineSaid', {
          room,
          scene,
          n,
          seat: says ? 'customer' : 'officer',
          how: 'say',
          text: `Line ${n} of ${scene}: so if I understand correctly, you have been waiting for an hour.`,
          offset: n * 5_000,
        })
        if (n <= STEPS) {
          const level = (1 + ((n + round) % 7)) as Temperature
          write(customer, 'TemperatureSet', { room, scene, level, offset: n * 5_000 })
        }
      }
      for (let n = 1; n <= MARKS; n++) {
        const behaviour = techniqueIds[(n + round) % techniqueIds.length] ?? 'paraphrase'
        write(n === 5 ? 'p1' : observer, 'MomentMarked', {
          room,
          scene,
          moment: `m${n}`,
          as: n === 5 ? 'instructor' : 'observer',
          mark: 'helped',
          offset: n * 7_000,
          behaviour,
        })
      }
      for (const phase of ['wrap-up', 'step-out', 'rating'] as const)
        write(SERVER, 'PhaseEntered', { room, phase })
      const score = (n: number) => (1 + ((n * 7 + round * 3) % 5)) as 1 | 2 | 3 | 4 | 5
      const scores = Object.fromEntries(itemIds.map((item, n) => [item, score(n)]))
      for (const [by, as] of [
        [officer, 'self'],
        [observer, 'observer'],
        ['p1', 'instructor'],
      ] as const)
        write(by, 'RatingSaved', {
          room,
          scene,
          rating: { by, as, about: officer, scores, sentence: 'Calm.' },
        })
      for (const phase of ['debrief', 'done'] as const) write(SERVER, 'PhaseEntered', { room, phase })
    }
  }
  write('p1', 'ClassClosed', {})
  return events
}
