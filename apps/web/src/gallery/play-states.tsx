import type { PhaseView, RoomView, Seat } from '@evenkeel/classroom/view'
import { hardNames, madeUpNames, madeUpRoom, madeUpSeat, scene } from '../debrief/made-up-room.ts'
import { emptyScene, fiveMinutes } from '../debrief/made-up-scenes.ts'
import { Ended } from '../play/panels/ended.tsx'
import { PlayScreen } from '../play/play-screen.tsx'
import { words } from '../words/en.ts'
import type { Shown } from './shown.ts'

const NOW = 1_000_000
const later = { endsAt: NOW + 154_000 }

const phases: readonly PhaseView[] = [
  { name: 'briefing', ...later },
  { name: 'scene', startsAt: NOW - 60_000, ...later },
  { name: 'time-out', of: 'scene', remaining: 154_000, mine: true },
  { name: 'wrap-up', ...later, customerSpoke: true },
  { name: 'step-out', ...later },
  { name: 'rating', ...later },
  { name: 'debrief', ...later },
  { name: 'retake', ...later },
  { name: 'stopped' },
  { name: 'done' },
]
const seats: readonly Seat[] = ['officer', 'customer', 'observer']
const media = ['spoken', 'typed'] as const

type View = ReturnType<typeof madeUpSeat>

const play = (state: string, view: () => View, names = madeUpNames): Shown => ({
  panel: 'play',
  state,
  make: () => (
    <PlayScreen
      view={view()}
      names={names}
      typing={{}}
      outbox={{ sending: [], notSent: [] }}
      live
      now={NOW}
      act={async () => ({ id: 'made-up', ok: true, seq: 1 })}
      dismiss={() => {}}
      tellTyping={() => {}}
      copyAt="/"
    />
  ),
})

/** What a seat may see in a phase: as the server would send it. */
function roomIn(phase: PhaseView, seat: Seat, medium: 'spoken' | 'typed'): Partial<RoomView> {
  const revealed = phase.name === 'debrief' || phase.name === 'retake' || phase.name === 'done'
  const whole = madeUpRoom()
  const told = phase.name === 'briefing' ? emptyScene : fiveMinutes
  const seen = {
    ...told,
    ...(medium === 'spoken' && { lines: [] }),
    ...(seat === 'officer' && !revealed && { curve: null, moments: [] }),
  }
  return {
    phase,
    seat,
    revealed,
    finished: [],
    scenes: [scene(whole.scene, seen)],
    customer: seat === 'officer' && !revealed ? null : whole.customer,
    officer: seat === 'customer' && !revealed ? null : whole.officer,
    debrief: revealed ? whole.debrief : null,
    ratings: revealed ? whole.ratings : [],
    asked:
      seat === 'customer'
        ? ['listened', 'understood', 'feelings', 'way-forward', 'valued']
        : ['paraphrase', 'acknowledge', 'resolve'],
  }
}

const inRoom = media.flatMap(medium =>
  phases.flatMap(phase =>
    seats.map(seat =>
      play(`${medium}, ${phase.name}, ${seat}`, () => madeUpSeat(roomIn(phase, seat, medium), medium)),
    ),
  ),
)

/** Only emoji, one word without a break, right to left, and the longest line there can be. */
const HARD_LINES = [
  'I have been waiting for an hour, and nobody has told me anything.',
  '😤😤😤🙏🏽👨‍👩‍👧‍👦',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'أنا أنتظر منذ ساعة ولم يخبرني أحد بأي شيء (abc) 123',
  'a\u200b\u200d\u2060b',
  `${'And so it goes on. '.repeat(52)}end`,
]

const closed = (me: Partial<View['me']>): View => {
  const view = madeUpSeat(null, 'spoken')
  return { ...view, me: { ...view.me, ...me }, class: { ...view.class, status: 'closed' } }
}

const briefing: PhaseView = { name: 'briefing', ...later }

export const playStates: readonly Shown[] = [
  play('waiting', () => madeUpSeat(null, 'spoken')),
  ...inRoom,
  play('typed, 600 lines', () => {
    const room = roomIn({ name: 'scene', startsAt: NOW - 60_000, ...later }, 'officer', 'typed')
    const lines = Array.from({ length: 600 }, (_, n) => ({
      n: n + 1,
      by: n % 2 === 0 ? 'p1' : 'p2',
      seat: n % 2 === 0 ? ('customer' as const) : ('officer' as const),
      how: n % 9 === 4 ? ('do' as const) : ('say' as const),
      text: HARD_LINES[n % HARD_LINES.length] ?? '',
      offset: n * 900,
    }))
    return madeUpSeat({ ...room, scenes: (room.scenes ?? []).map(each => ({ ...each, lines })) }, 'typed')
  }),
  ...media.map(medium =>
    play(`${medium}, officer on the line`, () => {
      const room = roomIn({ name: 'scene', startsAt: NOW - 60_000, ...later }, 'officer', medium)
      const calls = [{ index: 0 as const, who: 'Control room', answer: null, offset: 176_000 }]
      return madeUpSeat({ ...room, scenes: (room.scenes ?? []).map(each => ({ ...each, calls })) }, medium)
    }),
  ),
  play('hard names', () => madeUpSeat(roomIn(briefing, 'officer', 'spoken'), 'spoken'), hardNames),
  play('class closed', () => closed({})),
  play('class closed, lines that worked', () => ({
    ...closed({
      shared: [{ scene: 'r1-1.1', said: 4, text: 'I would be tired too.' }],
    }),
    worked: ['I would be tired too.', 'Let us look at it together.'],
  })),
  play('class closed, taken along', () =>
    closed({
      takeAlong: {
        keep: 'I let people finish before I answer.',
        tryOut: 'Naming the feeling before I name the rule.',
        note: 'The pause after "that is hard" did more than all I said before.',
        shared: true,
      },
    }),
  ),
  {
    panel: 'play',
    state: 'ended, removed',
    make: () => <Ended kind="removed" say={words.play.ended.removedMeans} />,
  },
  {
    panel: 'play',
    state: 'ended, blocked',
    make: () => <Ended kind="blocked" say={words.play.ended.blockedMeans} />,
  },
  {
    panel: 'play',
    state: 'ended, moved to another device',
    make: () => <Ended kind="moved-on" say="Your seat moved to another device." />,
  },
  {
    panel: 'play',
    state: 'ended, no seat',
    make: () => (
      <Ended kind="signed-out" say="This browser has no seat in that class. Join it with the code." />
    ),
  },
  {
    panel: 'play',
    state: 'ended, out of date',
    make: () => <Ended kind="version" say={words.link.version} />,
  },
]
