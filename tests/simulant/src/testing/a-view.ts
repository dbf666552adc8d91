import type { PersonView, RoomView, SceneView } from '@evenkeel/classroom'
import { loadCards } from '@evenkeel/playbook/cards'

/** A view of Ana's (p2) in the room r1-1, as the server would send it. For tests of what is printed. */
export function aView(room: Partial<RoomView> | null = {}, scene: Partial<SceneView> = {}): PersonView {
  return {
    kind: 'person',
    worked: [],
    me: {
      person: 'p2',
      role: 'trainee',
      standing: 'present',
      paper: false,
      reading: 1,
      help: false,
      takeAlong: null,
      shared: [],
    },
    class: {
      title: 'Tuesday',
      kind: 'practice',
      language: 'en',
      medium: 'typed',
      pace: 'room',
      status: 'open',
      round: { number: 1, kind: 'pairing', step: 'scene' },
      announced: null,
    },
    room: room === null ? null : { ...aRoom(scene), ...room },
  }
}

function aRoom(scene: Partial<SceneView>): RoomView {
  const card = loadCards().find(({ card }) => card.id === 'mall-lost-phone')?.card
  if (card === undefined) throw new Error('the playbook has lost a card')
  const { title, site, contentNote, minutes, shared, stepOut, glossary } = card
  return {
    id: 'r1-1',
    spot: 1,
    seat: 'customer',
    scene: 'r1-1-s1',
    seats: { customer: 'p2', officer: 'p3', observers: ['p4'] },
    away: [],
    phase: { name: 'scene', startsAt: 0, endsAt: 300_000 },
    ready: [],
    finished: [],
    revealed: false,
    card: { title, site, contentNote, minutes, shared, stepOut, glossary },
    customer: card.customer,
    officer: null,
    debrief: null,
    scenes: [
      {
        id: 'r1-1-s1',
        fork: null,
        lines: [],
        curve: [{ level: 4, offset: 0 }],
        corrected: null,
        moments: [],
        twists: [],
        calls: [],
        played: 0,
        ...scene,
      },
    ],
    whispers: [],
    asides: [],
    notes: [],
    ratings: [],
    asked: ['listened', 'understood', 'feelings', 'way-forward', 'valued'],
    sharing: false,
    consented: false,
  }
}

export const nameOf = (person: string): string => ({ p2: 'Ana', p3: 'Bo', p4: 'Chidi' })[person] ?? person
