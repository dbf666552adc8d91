import type { RoomView } from '@evenkeel/classroom/view'
import { RoomDebrief, SeatDebrief } from '../debrief/debrief-screen.tsx'
import { hardNames, madeUpNames, madeUpRoom, madeUpSeat, scene } from '../debrief/made-up-room.ts'
import {
  corrected,
  crowded,
  emptyScene,
  fiveMinutes,
  retaken,
  twoSeconds,
  withoutCurve,
} from '../debrief/made-up-scenes.ts'
import { NoDebrief, type NoDebriefReason } from '../debrief/no-debrief.tsx'
import type { ShownScene } from '../debrief/shown-scene.ts'
import { Timeline } from '../debrief/timeline.tsx'
import type { Act } from '../live/class-link.ts'
import { Page } from '../look/page.tsx'
import { TakeAlong } from '../play/take-along.tsx'
import type { Shown } from './shown.ts'

type Change = Parameters<typeof madeUpSeat>[0]

/** There is no server behind a picture. */
const nobodyListens: Act = () =>
  Promise.resolve({ id: '', ok: false, kind: 'gone', say: 'This is a picture.' })
const from = (names: Readonly<Record<string, string>>) => (person: string) => names[person] ?? ''
const seat = (state: string, change: Change, names = madeUpNames, medium?: 'spoken' | 'typed'): Shown => ({
  panel: 'debrief',
  state,
  make: () => {
    const view = madeUpSeat(change, medium)
    return (
      <SeatDebrief
        view={view}
        nameOf={from(names)}
        back="/play/"
        act={nobodyListens}
        own={<TakeAlong me={view.me} act={nobodyListens} outbox={{ sending: [], notSent: [] }} />}
      />
    )
  },
})

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

const seats: readonly Shown[] = [
  seat('officer', {}),
  seat('customer, corrected, retaken', {
    seat: 'customer',
    asked: ['listened', 'understood', 'feelings', 'way-forward', 'valued'],
    scenes: [scene('r1-1.1', corrected), scene('r1-1.2', retaken)],
  }),
  seat('a retake runs', { phase: { name: 'retake', endsAt: 0 } }),
  seat('observer, hard names', { seat: 'observer' }, hardNames),
  seat('long words', { card: { ...madeUpRoom().card, title: long } }, { p1: long, p2: long, p3: long }),
  seat(
    'spoken, nothing written',
    { scenes: [scene('r1-1.1', { ...fiveMinutes, lines: [] })] },
    madeUpNames,
    'spoken',
  ),
  seat('crowded', { scenes: [scene('r1-1.1', crowded)] }),
  seat('everything not observable', {
    ratings: madeUpRoom().ratings.map(rating => ({
      ...rating,
      sentence: '',
      scores: Object.fromEntries(Object.keys(rating.scores).map(item => [item, 'not-observable'])),
    })),
  }),
  seat('empty, nobody rated', {
    ratings: [],
    scenes: [scene('r1-1.1', emptyScene)],
    seats: { customer: 'p1', officer: null, observers: [] },
  }),
  seat('closed: briefing', { revealed: false, phase: { name: 'briefing', endsAt: 0 } }),
  seat('closed: rating', { revealed: false, finished: ['p1'], phase: { name: 'rating', endsAt: 0 } }),
  seat('closed: stopped', { revealed: false, phase: { name: 'stopped' } }),
  seat('closed: no room', null),
]

const room = (state: string, change: Partial<RoomView> | null, names = madeUpNames): Shown => ({
  panel: 'debrief-instructor',
  state,
  make: () => (
    <RoomDebrief
      view={{
        kind: 'watch',
        language: 'en',
        room: change && { ...madeUpRoom({ seat: 'instructor', ...change }), twists: [], answers: [] },
      }}
      me={null}
      class={{ title: 'Night shift, class of Tuesday', medium: 'typed' }}
      nameOf={from(names)}
      back="/console/"
      act={nobodyListens}
    />
  ),
})

const rooms: readonly Shown[] = [
  room('open', {}),
  room('corrected, retaken', { scenes: [scene('r1-1.1', corrected), scene('r1-1.2', retaken)] }, hardNames),
  room('before the reveal, nothing shared', { revealed: false, ratings: [] }),
  room('nothing played', { scenes: [scene('r1-1.1', { ...emptyScene, moments: [] })] }),
  room('round over', null),
]

const reasons: readonly NoDebriefReason[] = [
  { because: 'outside' },
  { because: 'no-address' },
  { because: 'loading' },
  { because: 'ended', say: 'This seat was taken over on another device.' },
]

const none: readonly Shown[] = reasons.map(reason => ({
  panel: 'debrief-none',
  state: reason.because,
  make: () => <NoDebrief reason={reason} back={null} instructor={false} />,
}))

const scenes: Readonly<Record<string, ShownScene>> = {
  empty: emptyScene,
  'two seconds': twoSeconds,
  'five minutes': fiveMinutes,
  corrected,
  retake: retaken,
  'no temperature, no names': withoutCurve,
  crowded,
}

const timelines: readonly Shown[] = Object.entries(scenes).map(([state, shown]) => ({
  panel: 'timeline',
  state,
  make: () => (
    <Page wide>
      <h1 className="visually-hidden">{state}</h1>
      <Timeline
        scene={shown}
        cues={madeUpRoom().customer}
        forks={state === 'five minutes' ? [{ scene: 'r1-1.1', offset: 84_000, swapped: true }] : []}
      />
    </Page>
  ),
}))

export const debriefStates: readonly Shown[] = [...seats, ...rooms, ...none, ...timelines]
