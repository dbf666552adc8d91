import type { Line, RoomView } from '@evenkeel/classroom'
import type { Card, Temperature } from '@evenkeel/playbook'
import { loadCards } from '@evenkeel/playbook/cards'
import type { Look } from '../seats/player.ts'

export function cardOf(id: string): Card {
  const card = loadCards().find(({ card }) => card.id === id)?.card
  if (card === undefined) throw new Error(`the playbook has no card ${id}`)
  return card
}

/** What a customer sees of a typed scene: the lines so far, and the temperature where it stands. */
export function aLook(
  lines: readonly Line[],
  level: Temperature = 4,
  medium: Look['medium'] = 'typed',
  card = cardOf('mall-lost-phone'),
): Look {
  const { title, site, contentNote, minutes, shared, stepOut, glossary } = card
  const room: RoomView = {
    id: 'r1-1',
    spot: 1,
    seat: 'customer',
    scene: 'r1-1-s1',
    seats: { customer: 'p2', officer: 'p3', observers: [] },
    away: [],
    phase: { name: 'scene', startsAt: 0, endsAt: 300_000 },
    ready: [],
    finished: [],
    revealed: false,
    card: { title, site, contentNote, minutes, shared, stepOut, glossary },
    customer: card.customer,
    officer: null,
    debrief: null,
    scenes: [],
    whispers: [],
    asides: [],
    notes: [],
    ratings: [],
    asked: [],
    sharing: false,
    consented: false,
  }
  const scene = {
    id: 'r1-1-s1',
    fork: null,
    lines,
    curve: [{ level, offset: 0 }],
    corrected: null,
    moments: [],
    twists: [],
    calls: [],
    played: 0,
  }
  return { me: 'p2', room: { ...room, scenes: [scene] }, scene, medium, language: card.language }
}
