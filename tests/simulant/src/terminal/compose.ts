import type { PersonView, Place, RoomView, Score, WireCommandType, WireShapes } from '@evenkeel/classroom'
import { bandOf, behaviourIds, type Temperature } from '@evenkeel/playbook'
import { briefRows } from './brief-rows.ts'
import { type Row, row } from './row.ts'
import { momentText } from './scene-rows.ts'
import type { Typed } from './typed.ts'
import { unrated, whatNow } from './what-now.ts'

type Sent = { [T in WireCommandType]: { readonly type: T; readonly data: WireShapes[T] } }[WireCommandType]

/** What becomes of a typed line: a command for the server, something to show, or the end. */
export type Composed = { readonly send: Sent } | { readonly show: readonly Row[] } | { readonly quit: true }

const show = (text: string): Composed => ({ show: [row(text, 'warning')] })

/** Turns what was typed into a command for the seat that this view shows. The server decides whether it is allowed. */
export function compose(typed: Typed, view: PersonView): Composed {
  switch (typed.kind) {
    case 'nothing':
      return { show: [] }
    case 'unclear':
      return show(typed.say)
    case 'quit':
      return { quit: true }
    case 'what':
      return { show: whatNow(view) }
    case 'help':
      return { send: { type: 'CallHelp', data: {} } }
  }
  const { room } = view
  if (room === null) return { show: whatNow(view) }
  const place: Place = { room: room.id, scene: room.scene, seat: room.seat }
  switch (typed.kind) {
    case 'text':
      return { send: { type: 'Speak', data: { place, how: 'say', text: typed.text } } }
    case 'do':
      return { send: { type: 'Speak', data: { place, how: 'do', text: typed.text } } }
    case 'number':
      return numbered(typed.value, view, room, place)
    case 'temperature':
      return { send: { type: 'SetTemperature', data: { place, level: typed.level } } }
    case 'hotter':
      return { send: { type: 'SetTemperature', data: { place, level: moved(room, 1) } } }
    case 'cooler':
      return { send: { type: 'SetTemperature', data: { place, level: moved(room, -1) } } }
    case 'stuck':
      return stuck(room)
    case 'call':
      return { send: { type: 'MakeCall', data: { place, index: typed.index } } }
    case 'timeout':
      return { send: { type: 'CallTimeOut', data: { place } } }
    case 'resume':
      return { send: { type: 'EndTimeOut', data: { place } } }
    case 'stop':
      return { send: { type: 'Stop', data: { place } } }
    case 'ready':
      return { send: { type: 'Ready', data: { place } } }
    case 'another':
      return { send: { type: 'AskAnotherCard', data: { place } } }
    case 'helped':
    case 'hurt':
      return { send: { type: 'Mark', data: { place, mark: typed.kind } } }
    case 'name':
      return named(typed.moment, typed.behaviour, place)
    case 'undo':
      return { send: { type: 'UndoMoment', data: { place, moment: typed.moment } } }
    case 'cue': {
      const { cue, index, line } = typed
      const data = { place, cue: { kind: cue, index }, ...(line !== undefined && { line }) }
      return { send: { type: 'ConfirmCue', data } }
    }
    case 'rate':
      return rated({ [typed.item]: scoreOf(typed.score) }, undefined, view, room, place)
    case 'sentence':
      return rated({}, typed.text, view, room, place)
    case 'finish':
      return { send: { type: 'FinishRating', data: { place } } }
    case 'retake':
      return {
        send: { type: 'StartRetake', data: { place, offset: typed.seconds * 1_000, swapped: typed.swapped } },
      }
    case 'endretake':
      return { send: { type: 'EndRetake', data: { place } } }
    case 'consent':
      return { send: { type: 'Consent', data: { place, on: typed.on } } }
    case 'share':
      return { send: { type: 'ShareRatings', data: { place, on: typed.on } } }
    case 'confer':
      return { send: { type: 'Confer', data: { place, text: typed.text } } }
    case 'note':
      return { send: { type: 'WriteNote', data: { place, text: typed.text } } }
    case 'brief':
      return { show: briefRows(room) }
    case 'marks':
      return { show: marks(room) }
  }
}

function moved(room: RoomView, by: number): Temperature {
  const now = room.scenes.at(-1)?.curve?.at(-1)?.level ?? 4
  return Math.min(7, Math.max(1, now + by)) as Temperature
}

function stuck(room: RoomView): Composed {
  if (room.customer === null || room.seat !== 'customer') return show('Only the customer has words for that.')
  return { show: [row(`  You could say: “${room.customer.stuck[bandOf(moved(room, 0))]}”`, 'customer')] }
}

function named(moment: string, text: string, place: Place): Composed {
  const behaviour = behaviourIds.find(id => id === text)
  if (behaviour === undefined) return show(`There is no “${text}”. There are: ${behaviourIds.join(', ')}.`)
  return { send: { type: 'NameMoment', data: { place, moment, behaviour } } }
}

function marks(room: RoomView): Row[] {
  const moments = room.scenes.at(-1)?.moments ?? []
  return [
    ...(moments.length === 0
      ? [row('  No marks yet.')]
      : moments.map(each => row(`  ${momentText(each)}`, 'observer'))),
    row(`  Names: ${behaviourIds.join(', ')}`, 'quiet'),
  ]
}

/** A bare number answers the next question of the rating; anywhere else it is something said. */
function numbered(
  value: number | 'not-observable',
  view: PersonView,
  room: RoomView,
  place: Place,
): Composed {
  if (room.phase.name !== 'rating') {
    const text = value === 'not-observable' ? 'n' : String(value)
    return { send: { type: 'Speak', data: { place, how: 'say', text } } }
  }
  const [item] = unrated(room, view.me.person)
  if (item === undefined)
    return show('All items have a score. /rate ITEM SCORE changes one, /finish ends it.')
  if (value !== 'not-observable' && value > 5) return show('Scores go from 1 to 5.')
  return rated({ [item]: scoreOf(value) }, undefined, view, room, place)
}

const scores = [1, 2, 3, 4, 5] as const
const scoreOf = (value: number | 'not-observable'): Score =>
  value === 'not-observable' ? value : (scores.find(score => score === value) ?? 'not-observable')

/** A rating replaces the one before it: what was given already goes along. */
function rated(
  more: Readonly<Record<string, Score>>,
  sentence: string | undefined,
  view: PersonView,
  room: RoomView,
  place: Place,
): Composed {
  const own = room.ratings.find(rating => rating.by === view.me.person)
  const words = sentence ?? own?.sentence ?? ''
  const data = { place, scores: { ...own?.scores, ...more }, ...(words !== '' && { sentence: words }) }
  return { send: { type: 'Rate', data } }
}
