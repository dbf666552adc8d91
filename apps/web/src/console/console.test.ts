import type { ConsoleView, PhaseName } from '@evenkeel/classroom/view'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { scene } from '../debrief/made-up-room.ts'
import { fiveMinutes } from '../debrief/made-up-scenes.ts'
import { radioWords } from '../words/en/radio.ts'
import { words } from '../words/en.ts'
import { classPlan } from './class-plan.ts'
import { ClassScreen, type ClassScreenProps } from './class-screen.tsx'
import { ClassesPanel } from './classes-panel.tsx'
import * as made from './made-up-views.ts'
import { nextAction } from './next-action.ts'
import { SignInPanel } from './sign-in-panel.tsx'

const nothing = () => {}
const names = made.namesOf(60)

const draw = (view: ConsoleView, change: Partial<ClassScreenProps> = {}) =>
  renderToStaticMarkup(
    createElement(ClassScreen, {
      head: made.head,
      view,
      wall: made.wallOf(view),
      names,
      presence: Object.fromEntries(Object.keys(names).map(id => [id, 'here' as const])),
      notSent: [],
      room: null,
      me: 'p1',
      playbook: { cards: [], renew: nothing },
      now: made.NOON,
      curtain: { state: 'up', set: nothing },
      act: async () => ({ id: 'x', ok: true as const, seq: 1 }),
      onOpen: nothing,
      onDismiss: nothing,
      onApprove: async () => undefined,
      onTakeScreens: nothing,
      roster: { people: [], shown: false },
      onRoster: async () => undefined,
      onName: async () => undefined,
      ...change,
    }),
  )

const primaries = (markup: string) => markup.match(/<button[^>]*class="[^"]*_primary_/g)?.length ?? 0
const isFit = (markup: string) => {
  expect(markup).not.toMatch(/NaN|Infinity|undefined|\[object/)
  expect(markup).not.toContain('style=')
  expect(markup.match(/<h1/g)).toHaveLength(1)
  expect(primaries(markup)).toBeLessThanOrEqual(1)
}

const steps = ['briefing', 'scene', 'wrap-up', 'step-out', 'rating', 'debrief', 'done'] as const
const views: Readonly<Record<string, ConsoleView>> = {
  empty: made.lobby(0),
  'a lobby of six': made.lobby(6),
  'a lobby of sixty': made.lobby(60),
  'a plan': made.planned(6),
  'a plan for sixty': made.planned(60),
  'thirty rooms': made.running(60),
  ...Object.fromEntries(steps.map(step => [`the step ${step}`, made.running(6, step)])),
  closed: { ...made.lobby(6), class: { ...made.lobby(6).class, status: 'closed' } },
}

for (const [name, view] of Object.entries(views)) {
  test(`The console draws ${name}: one heading, at most one primary action, with and without the curtain`, () => {
    isFit(draw(view))
    isFit(draw(view, { curtain: { state: 'ask', set: nothing } }))
    isFit(draw(view, { curtain: { state: 'down', set: nothing } }))
  })
}

const phases: readonly PhaseName[] = [
  'briefing',
  'scene',
  'time-out',
  'wrap-up',
  'step-out',
  'rating',
  'debrief',
  'retake',
  'stopped',
  'done',
]
for (const name of phases) {
  test(`A room in depth is drawn in ${name} and adds no primary action`, () => {
    const view = made.running(6)
    const room = made.watched({
      phase: { name, ...(name === 'time-out' && { of: 'scene' as const, remaining: 60_000 }) },
      revealed: name === 'debrief' || name === 'retake',
    })
    const markup = draw(view, { room })
    isFit(markup)
    expect(markup).toContain(words.console.room.briefs)
    expect(markup.includes(words.console.room.reveal)).toBe(
      ['scene', 'time-out', 'wrap-up', 'step-out'].includes(name),
    )
  })
}

test('Everybody is named, whatever their name is made of', () => {
  const markup = draw(made.lobby(60))
  for (let index = 2; index <= 61; index++) expect(markup).toContain(`<bdi>${names[`p${index}`]}</bdi>`)
})

test('While nobody has said whether the screen is projected, and behind the curtain, nothing private stands there', () => {
  for (const state of ['ask', 'down'] as const) {
    const markup = draw(made.running(6), { room: made.watched(), curtain: { state, set: nothing } })
    for (const name of Object.values(names)) expect(markup).not.toContain(`>${name}<`)
    expect(markup).not.toContain('Why me, out of all of them?')
    expect(markup).not.toContain('The tenth bag')
    expect(markup).not.toContain('boiling')
    expect(markup).not.toContain(made.watched().customer?.need ?? 'need')
    expect(markup).not.toContain(words.console.phases.stopped)
    expect(markup).toContain(words.console.people.callsHidden(1))
  }
})

test('In a lobby whose screen may be projected people are counted, and nobody is named', () => {
  const claims = [
    {
      id: 'c1',
      people: ['p2'],
      digits: '4711',
      device: 'iphone' as const,
      askedAt: made.NOON,
      until: made.NOON + 60_000,
    },
  ]
  const view = made.lobby(6)
  const { p2 } = view.people
  if (p2 === undefined) throw new Error('nobody came')
  const calling = { ...view, people: { ...view.people, p2: { ...p2, help: made.NOON } } }
  for (const state of ['ask', 'down'] as const) {
    const markup = draw(calling, {
      claims,
      curtain: { state, set: nothing },
      roster: { people: [{ name: 'Zoe' }], shown: true },
    })
    for (const name of [...Object.values(names), 'Zoe']) expect(markup).not.toContain(name)
    expect(markup).toContain(words.console.join.here(6))
    expect(markup).toContain(words.console.people.callsHidden(1))
    expect(markup).toContain(words.console.people.claimsHidden(1))
  }
})

test('The question is asked only once there is something private, and not again after the answer', () => {
  const ask = { state: 'ask' as const, set: nothing }
  expect(draw(made.lobby(0), { curtain: ask })).not.toContain(words.console.curtain.ask)
  expect(draw(made.lobby(0), { curtain: ask, roster: { people: [{ name: 'Ada' }], shown: true } })).toContain(
    words.console.curtain.ask,
  )
  expect(draw(made.lobby(1), { curtain: ask })).toContain(words.console.curtain.ask)
  expect(draw(made.lobby(6))).not.toContain(words.console.curtain.ask)
  expect(draw(made.planned(6), { curtain: ask })).toContain(words.console.curtain.ask)
  expect(draw(made.planned(6))).not.toContain(words.console.curtain.ask)
})

test('Who stopped is told, and who calls for help comes first with how long they have waited', () => {
  const markup = draw(made.running(6))
  expect(markup).toContain(words.console.rooms.stoppedBy(names.p4 ?? ''))
  expect(markup).toContain('0:41')
  expect(markup.indexOf(words.console.people.calls)).toBeLessThan(markup.indexOf(words.console.rooms.title))
})

test('The one button says what it does, in every step', () => {
  expect(draw(made.lobby(6))).toContain(words.console.plan.makeFirst)
  expect(draw(made.planned(6))).toContain(words.console.plan.start)
  for (const step of steps) {
    const view = made.running(6, step)
    const next = view.round?.next ?? null
    if (next !== null) expect(draw(view)).toContain(words.console.next[next])
  }
  expect(primaries(draw(made.lobby(1)))).toBe(0)
  expect(draw(made.lobby(1))).toContain(words.console.plan.tooFew)
})

test('What follows the last step is a plan, and after a plan its start', () => {
  expect(nextAction(made.running(6, 'done'))).toEqual({ kind: 'plan' })
  expect(nextAction({ ...made.running(6, 'done'), plan: made.planned(6).plan })).toEqual({
    kind: 'start',
    round: 2,
  })
  expect(nextAction(made.running(6, 'debrief'))).toEqual({ kind: 'next', round: 1, to: 'done' })
})

test('A phone that came proves the network; when none has for a minute, the screen says what to try', () => {
  expect(draw(made.lobby(1))).toContain(words.console.join.reached)
  expect(draw(made.lobby(0))).toContain(words.console.join.nobody)
  const justOpened = { ...made.head, openedAt: made.NOON - 5_000 }
  expect(draw(made.lobby(0), { head: justOpened })).toContain(words.console.join.waiting)
})

test('The class plan counts minutes, and whole rounds that still fit', () => {
  const lobby = made.lobby(6)
  const at = (minute: number) => made.head.openedAt + minute * 60_000
  // 3 + 5 + 0.5 + 1 + 2 + 6 minutes and 5 seconds: 17 minutes 35 seconds.
  expect(classPlan(lobby, made.head.openedAt, at(0))).toMatchObject({ used: 0, roundTakes: 18, fits: 5 })
  expect(classPlan(lobby, made.head.openedAt, at(73))).toMatchObject({ used: 73, fits: 0 })
  expect(classPlan(lobby, made.head.openedAt, at(72))).toMatchObject({ used: 72, fits: 1 })
  expect(classPlan(lobby, made.head.openedAt, at(500))).toMatchObject({ fits: 0, endsAt: at(90) })
})

test('A debrief can be projected only when all have agreed', () => {
  const view = made.running(6, 'debrief')
  const room = made.watched({ revealed: true })
  const agree = (yes: number): ConsoleView => {
    const row = view.rooms['r1-1']
    return row === undefined
      ? view
      : { ...view, rooms: { ...view.rooms, 'r1-1': { ...row, consents: [yes, 2] } } }
  }
  const button = (markup: string) =>
    markup.split('<button').find(part => part.includes(words.console.room.project))
  expect(button(draw(agree(1), { room }))).toContain('aria-disabled="true"')
  expect(button(draw(agree(2), { room }))).not.toContain('aria-disabled')
})

test('Signing in and the list of classes have one primary action each; a refusal is shown with its sentence', () => {
  const signIn = renderToStaticMarkup(
    createElement(SignInPanel, { wrong: 'That passcode is not right.', busy: false, onSignIn: nothing }),
  )
  isFit(signIn)
  expect(signIn).toContain('That passcode is not right.')
  const list = renderToStaticMarkup(
    createElement(ClassesPanel, {
      name: names.p4 ?? '',
      classes: [made.head, { ...made.head, class: 'c-2', closedAt: made.NOON }],
      wrong: undefined,
      busy: false,
      onRename: async () => true,
      onOpen: nothing,
      onTry: nothing,
      onGo: nothing,
      onSignOut: nothing,
    }),
  )
  isFit(list)
  expect(primaries(list)).toBe(1)
})

test('[S4] Officers on the radio: what the card says at one press, own words, and nothing of it behind the curtain', () => {
  const markup = draw(made.onTheRadio())
  isFit(markup)
  const spots = [...markup.matchAll(/calls: ([^<]+)<\/span><span>spot (\d)/g)].map(([, who, spot]) => [
    who,
    spot,
  ])
  expect(spots).toEqual([
    ['Ms. Abernathy, head of visitor services', '2'],
    ['Control room', '1'],
    ['Shift lead', '3'],
  ])
  expect(markup).toContain(radioWords.dueIn('0:04'))
  expect(markup).toContain(radioWords.stands)
  const hidden = draw(made.onTheRadio(), { curtain: { state: 'down', set: nothing } })
  expect(hidden).toContain(radioWords.hidden(3))
  expect(hidden).not.toMatch(/Control room|Not now\./)
  expect(draw(made.running(6))).not.toContain(radioWords.own)
})

test('[S4] [V3] In the room that is looked into stands its call, and not twice; what was answered says by whom', () => {
  const calls = [
    { index: 1 as const, who: 'Shift lead', answer: 'Ten minutes.', offset: 60_000, live: true as const },
    { index: 0 as const, who: 'Control room', answer: null, offset: 120_000 },
  ]
  const room = made.watched({ scenes: [scene('r1-1.1', { ...fiveMinutes, calls })] })
  const markup = draw(made.onTheRadio(), { room })
  isFit(markup)
  expect(markup.split(radioWords.own)).toHaveLength(4)
  expect(markup).toContain(radioWords.live)
  const over = draw(made.running(6), { room })
  expect(over).toContain(radioWords.noAnswer)
})
