import type { Card } from '@evenkeel/playbook'
import { itemsAsked, ratesAs } from '../decide/rate.ts'
import { endsTimeOut } from '../decide/time-out.ts'
import { currentScene } from '../find.ts'
import type { PersonId } from '../ids.ts'
import type { Room, Scene } from '../room.ts'
import type { ClassState } from '../state.ts'
import * as sees from './sees.ts'
import type { CallView, CardHead, OfficerBrief, PhaseView, RoomView, SceneView, TwistView } from './view.ts'

export function cardOf(state: ClassState, room: Room): Card {
  const card = state.cards[room.card]
  if (card === undefined) throw new Error(`card ${room.card} was not brought into the class`)
  return card
}

/** A room as one person sees it. Every field is named here: what nobody names, nobody sees. */
export function roomView(state: ClassState, room: Room, looker: sees.Looker): RoomView {
  const card = cardOf(state, room)
  return {
    id: room.id,
    spot: room.spot,
    seat: looker.seat,
    scene: currentScene(room).id,
    seats: room.seats,
    away: room.away,
    phase: phaseView(state, room, looker.person),
    ready: room.ready,
    finished: room.finished,
    revealed: room.revealed,
    card: cardHead(card),
    customer: sees.seesCustomerBrief(looker, room) ? card.customer : null,
    officer: sees.seesOfficerBrief(looker, room) ? officerBrief(card) : null,
    debrief: looker.seat === 'instructor' || room.revealed ? card.debrief : null,
    scenes: room.scenes.map(scene => sceneView(state, room, scene, looker)),
    whispers: room.whispers.filter(whisper => sees.seesWhisper(looker, whisper.to)),
    asides: room.asides
      .filter(aside => sees.seesAside(looker, aside.among))
      .map(({ by, text, at }) => ({ by, text, at })),
    notes: room.notes.filter(note => note.by === looker.person),
    ratings: room.ratings.filter(rating => sees.seesRating(looker, room, state.settings, rating)),
    asked: itemsAsked(state, room, ratesAs(looker.seat)),
    sharing: room.sharing.includes(looker.person),
    consented: room.consents.includes(looker.person),
  }
}

export const cardHead = (card: Card): CardHead => ({
  title: card.title,
  site: card.site,
  contentNote: card.contentNote,
  minutes: card.minutes,
  shared: card.shared,
  stepOut: card.stepOut,
  glossary: card.glossary,
})

function officerBrief(card: Card): OfficerBrief {
  const { calls, ...brief } = card.officer
  return { ...brief, calls: calls.map(({ who }) => ({ who })) }
}

export function phaseView(state: ClassState, room: Room, looker: PersonId | null): PhaseView {
  const { phase } = room
  switch (phase.name) {
    case 'time-out':
      return {
        name: phase.name,
        of: phase.of,
        remaining: phase.remaining,
        mine: looker !== null && endsTimeOut(state, room, looker),
      }
    case 'stopped':
    case 'done':
      return { name: phase.name }
    default:
      return phase
  }
}

function sceneView(state: ClassState, room: Room, scene: Scene, looker: sees.Looker): SceneView {
  const temperature = sees.seesTemperature(looker, room, state.settings)
  return {
    id: scene.id,
    fork: scene.fork ?? null,
    lines: scene.lines.toArray(),
    curve: temperature ? scene.curve.toArray() : null,
    corrected: (temperature && scene.corrected) || null,
    moments: scene.moments.filter(moment => sees.seesMoment(looker, room, moment)),
    twists: twistViews(state, room, scene).filter(twist => sees.seesTwist(looker, room, twist.to)),
    calls: sees.seesCalls(looker, room)
      ? callViews(state, room, scene, sees.seesWhoAnswered(looker, room))
      : [],
    played: scene.played,
  }
}

export function twistViews(state: ClassState, room: Room, scene: Scene): TwistView[] {
  const { twists } = cardOf(state, room)
  return scene.twists.flatMap(({ index, offset }) => {
    const twist = twists[index]
    return twist === undefined ? [] : [{ index, ...twist, offset }]
  })
}

/** `told`: whether they say that an instructor answered. */
export function callViews(state: ClassState, room: Room, scene: Scene, told: boolean): CallView[] {
  const { calls } = cardOf(state, room).officer
  return scene.calls.flatMap(({ index, offset, open, answer }) => {
    const call = calls[index]
    if (call === undefined) return []
    const live = told && answer !== undefined
    const said = open ? null : (answer ?? call.answer)
    return [{ index, who: call.who, answer: said, offset, ...(live && { live }) }]
  })
}
