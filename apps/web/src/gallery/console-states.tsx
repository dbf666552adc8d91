import type { ConsoleView } from '@evenkeel/classroom/view'
import { ClassScreen, type ClassScreenProps } from '../console/class-screen.tsx'
import { ClassesPanel } from '../console/classes-panel.tsx'
import { InstructorsList } from '../console/instructors-sheet.tsx'
import * as made from '../console/made-up-views.ts'
import { SignInPanel } from '../console/sign-in-panel.tsx'
import { scene } from '../debrief/made-up-room.ts'
import { corrected } from '../debrief/made-up-scenes.ts'
import { Page } from '../look/page.tsx'
import { words } from '../words/en.ts'
import { LiveWall } from './live-wall.tsx'
import type { Shown } from './shown.ts'

const nothing = () => {}
const names = made.namesOf(60)

const screen = (view: ConsoleView, change: Partial<ClassScreenProps> = {}) => (
  <ClassScreen
    head={made.head}
    view={view}
    wall={made.wallOf(view)}
    names={names}
    presence={Object.fromEntries(Object.keys(names).map(id => [id, 'here' as const]))}
    notSent={[]}
    roster={{ people: [], shown: false }}
    room={null}
    me="p1"
    playbook={{ cards: [], renew: nothing }}
    now={made.NOON}
    curtain={{ state: 'up', set: nothing }}
    act={async () => ({ id: 'x', ok: true as const, seq: 1 })}
    onOpen={nothing}
    onDismiss={nothing}
    onApprove={async () => undefined}
    onTakeScreens={nothing}
    onRoster={async () => undefined}
    onName={async () => undefined}
    {...change}
  />
)

const shown = (state: string, view: ConsoleView, change?: Partial<ClassScreenProps>): Shown => ({
  panel: 'console',
  state,
  make: () => screen(view, change),
})

const hundred = made.running(200)
const steps = ['briefing', 'scene', 'wrap-up', 'step-out', 'rating', 'debrief', 'done'] as const
const expected = { people: [{ name: 'Ada Lind' }, { name: 'عبد الرحمن القحطاني' }], shown: true }
const refused = {
  id: 'x1',
  type: 'Whisper' as const,
  data: {},
  madeAt: 0,
  say: 'They no longer sit in this room.',
}

const lobby = made.lobby(6)
const removed: ConsoleView = {
  ...lobby,
  people: {
    ...lobby.people,
    ...(lobby.people.p5 && { p5: { ...lobby.people.p5, standing: 'blocked' } }),
    ...(lobby.people.p6 && { p6: { ...lobby.people.p6, standing: 'removed' } }),
  },
}
const twice: ConsoleView = {
  ...lobby,
  people: {
    ...lobby.people,
    ...(lobby.people.p6 && { p6: { ...lobby.people.p6, standing: 'removed', into: 'p3', undo: true } }),
  },
}

const claim = (id: string, people: readonly string[], ago: number) => ({
  id,
  people: [...people],
  digits: '4071',
  device: 'android' as const,
  askedAt: made.NOON - ago,
  until: made.NOON + 60_000,
})

const calling = [
  { index: 1 as const, who: 'Shift lead', answer: 'Ten minutes.', offset: 60_000, live: true as const },
  { index: 0 as const, who: 'Control room', answer: null, offset: 120_000 },
]

const classes: readonly Shown[] = [
  shown('empty', made.lobby(0)),
  shown('lobby', made.lobby(6), { roster: expected }),
  shown('lobby, sixty', made.lobby(60)),
  shown('plan', made.planned(6)),
  shown('plan with warnings', made.warned()),
  shown('plan, sixty', made.planned(60)),
  shown('a lobby asks about the curtain', made.lobby(6), { curtain: { state: 'ask', set: nothing } }),
  shown('asks about the curtain', made.planned(6), { curtain: { state: 'ask', set: nothing } }),
  shown('curtain down', made.running(6), { curtain: { state: 'down', set: nothing } }),
  ...steps.map(step => shown(`rooms: ${step}`, made.running(6, step))),
  shown('rooms, no sign of some people', made.running(8), {
    signs: {
      p4: { state: 'unsure', since: made.NOON - 12_000 },
      p6: { state: 'away', since: made.NOON - 12_000 },
      p8: { state: 'gone', since: made.NOON - 95_000 },
      p9: { state: 'unsure', since: made.NOON - 40_000 },
    },
  }),
  shown('rooms, thirty', made.running(60)),
  shown('rooms, a hundred', made.running(200)),
  {
    panel: 'console',
    state: 'rooms, a hundred, live',
    make: () => (
      <LiveWall wall={made.wallOf(hundred)} startsAt={made.NOON}>
        {(wall, now) => screen(hundred, { wall, now })}
      </LiveWall>
    ),
  },
  shown('room in depth', made.running(6), { room: made.watched() }),
  shown('room in depth, debrief', made.running(6, 'debrief'), {
    room: made.watched({ revealed: true, phase: { name: 'debrief', endsAt: made.NOON + 60_000 } }),
  }),
  shown('seats asked for from another device', made.running(6), {
    claims: [claim('a1', ['p2'], 20_000), claim('a2', ['p3', 'p4'], 95_000)],
    presence: { p2: 'here', p3: 'away', p4: 'away' },
  }),
  shown('seats asked for, curtain down', made.running(6), {
    claims: [claim('a1', ['p2'], 20_000)],
    curtain: { state: 'down', set: nothing },
  }),
  shown('officers on the radio', made.onTheRadio()),
  shown('officers on the radio, curtain down', made.onTheRadio(), {
    curtain: { state: 'down', set: nothing },
  }),
  shown('room in depth, its officer on the radio', made.onTheRadio(), {
    room: made.watched({
      phase: { name: 'scene', endsAt: made.NOON + 154_000 },
      scenes: [scene('r1-1.1', { ...corrected, calls: calling })],
    }),
  }),
  shown('something was refused', made.running(6), { notSent: [refused] }),
  shown('said to everybody', {
    ...made.running(6),
    class: {
      ...made.running(6).class,
      announced: { text: 'Coffee is at half past ten, downstairs.', at: made.NOON, wall: true },
    },
  }),
  shown('lines that people share', {
    ...made.lobby(6),
    worked: {
      offered: [
        { scene: 'r1-1.1', said: 4, text: 'I would be tired too.', picked: true },
        { scene: 'r1-2.1', said: 'm2', text: 'Let us look at it together.', picked: false },
      ],
      shown: true,
    },
  }),
  shown('two entries made one', twice),
  shown('two people removed', removed),
  shown('two instructors', {
    ...made.running(6),
    deeds: [
      { at: made.NOON - 90_000, by: 'p4', what: 'next', spots: [], person: null, to: 'scene' },
      { at: made.NOON - 60_000, by: 'p1', what: 'seated', spots: [2], person: 'p3', to: null },
      { at: made.NOON - 20_000, by: 'p4', what: 'time', spots: [1, 2, 3, 4, 5], person: null, to: null },
    ],
  }),
  shown('closed', { ...made.lobby(6), class: { ...made.lobby(6).class, status: 'closed' } }),
]

const instructors: Shown = {
  panel: 'console-instructors',
  state: 'one let in, one not',
  make: () => (
    <Page>
      <h1>{words.console.instructors.open}</h1>
      <h2>{words.console.instructors.title}</h2>
      <InstructorsList
        known={[
          { id: 'a', name: names.p4 ?? '', part: 'opened' },
          { id: 'b', name: names.p5 ?? '', part: 'owner' },
          { id: 'c', name: names.p6 ?? '', part: 'let-in' },
          { id: 'd', name: names.p7 ?? '', part: 'none' },
        ]}
        wrong="Nobody by that name is an instructor here."
        onLet={async () => undefined}
      />
    </Page>
  ),
}

const list = (state: string, count: number): Shown => ({
  panel: 'console-classes',
  state,
  make: () => (
    <ClassesPanel
      name={names.p4 ?? ''}
      classes={Array.from({ length: count }, (_, index) => ({ ...made.head, class: `c-${index}` }))}
      wrong={undefined}
      busy={false}
      onRename={async () => true}
      onOpen={nothing}
      onTry={nothing}
      onGo={nothing}
      onSignOut={nothing}
    />
  ),
})

export const consoleStates: readonly Shown[] = [
  ...classes,
  instructors,
  list('none', 0),
  list('many', 30),
  {
    panel: 'console-sign-in',
    state: 'refused',
    make: () => <SignInPanel wrong="That passcode is not right." busy={false} onSignIn={nothing} />,
  },
]
