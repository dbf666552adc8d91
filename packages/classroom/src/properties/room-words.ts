import { behaviourIds, customerItemIds, itemIds, pitfallIds, techniqueIds } from '@evenkeel/playbook'
import { itemsAsked, ratesAs } from '../decide/rate.ts'
import { currentScene, seatOf } from '../find.ts'
import type { RoomCommandType } from '../permits.ts'
import type { Room, Scene, Score } from '../room.ts'
import type { Dice } from './dice.ts'
import type { Table } from './draft.ts'

/** What people say, feel, mark and rate: the part of a room's commands beside the place. */
export function said(table: Table, room: Room, type: RoomCommandType, actor: string): object | undefined {
  const { dice, write } = table
  const scene = currentScene(room)
  switch (type) {
    case 'Speak':
      return { how: dice.percent(80) ? 'say' : 'do', text: write() }
    case 'Confer':
    case 'WriteNote':
      return { text: write() }
    case 'SetTemperature':
      return { level: level(dice, scene), ...ago(dice) }
    case 'MakeCall':
    case 'DropTwist':
      return { index: dice.below(2) }
    case 'AnswerCall':
      return { index: dice.below(2), ...(dice.percent(60) && { text: write() }) }
    case 'Mark':
      return { mark: dice.oneOf('helped', 'hurt'), ...ago(dice), ...named(dice), ...lineOf(dice, scene) }
    case 'NameMoment':
    case 'UndoMoment': {
      const own = scene.moments.filter(moment => moment.by === actor)
      const moment = dice.percent(90) ? dice.pick(own) : dice.pick(scene.moments)
      if (moment === undefined) return undefined
      const fitting = moment.mark === 'helped' ? techniqueIds : pitfallIds
      const behaviour = dice.pick(fitting)
      return type === 'UndoMoment' ? { moment: moment.id } : { moment: moment.id, behaviour }
    }
    case 'ConfirmCue': {
      const cue = { kind: dice.oneOf('trigger', 'calmer'), index: dice.below(3) }
      return { cue, ...(dice.percent(60) && { words: write() }), ...lineOf(dice, scene) }
    }
    case 'CorrectCurve':
      return { points: curve(dice, scene) }
    case 'Rate':
      return { scores: scores(table, room, actor), sentence: write() }
    case 'ShareRatings':
      return { on: dice.percent(80) }
    case 'Consent':
      return { on: dice.percent(93) }
    default:
      return {}
  }
}

function level(dice: Dice, scene: Scene): number {
  const now = scene.curve.at(-1)?.level ?? 4
  const moved = dice.percent(90) ? now + dice.oneOf(-1, 1) : dice.between(1, 7)
  return Math.min(7, Math.max(1, moved))
}

/** Mostly sent at once; some taps were made offline. */
const ago = (dice: Dice) => (dice.percent(15) ? { ago: dice.oneOf(0, 1_500, 40_000, 86_400_000) } : {})
const named = (dice: Dice) => (dice.percent(10) ? { behaviour: dice.pick(behaviourIds) } : {})
const lineOf = (dice: Dice, scene: Scene) =>
  dice.percent(20) ? { line: dice.between(1, Math.max(1, scene.lines.length)) } : {}

function curve(dice: Dice, scene: Scene): readonly object[] {
  const points: { level: number; offset: number }[] = []
  let offset = 0
  while (points.length < 1 + dice.below(6) && offset <= scene.played) {
    points.push({ level: dice.between(1, 7), offset })
    offset += dice.below(30_000)
  }
  return dice.percent(95) ? points : points.toReversed()
}

function scores({ state, dice }: Table, room: Room, actor: string): Readonly<Record<string, Score>> {
  const seat = seatOf(room.seats, actor) ?? 'instructor'
  const asked = seat === 'instructor' ? itemIds : itemsAsked(state, room, ratesAs(seat))
  const items = dice.percent(95) ? asked : [...asked, ...customerItemIds, '__proto__']
  return Object.fromEntries(items.map(item => [item, dice.oneOf<Score>(1, 2, 3, 4, 5, 'not-observable')]))
}
