import { rubric, wordingFor } from '@evenkeel/playbook/words'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { debriefStates } from '../gallery/debrief-states.tsx'
import { RoomDebrief, SeatDebrief } from './debrief-screen.tsx'
import { madeUpNames, madeUpRoom, madeUpSeat, scene } from './made-up-room.ts'
import { corrected, crowded, emptyScene, retaken } from './made-up-scenes.ts'
import { mayRetake } from './retake-from.tsx'
import { momentsByLine } from './transcript.tsx'

const nameOf = (person: string) => madeUpNames[person] ?? ''
type Change = Parameters<typeof madeUpSeat>[0]
const seat = (change: Change, medium?: 'spoken' | 'typed') =>
  renderToStaticMarkup(
    createElement(SeatDebrief, { view: madeUpSeat(change, medium), nameOf, back: '/play/' }),
  )
/** As React writes it. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')

test('After the reveal both briefs, all ratings and what a strong officer would have noticed are there', () => {
  const markup = seat({})
  const { customer, officer, debrief } = madeUpRoom()
  for (const text of [
    customer?.need,
    officer?.handledWell,
    debrief?.strongOfficer,
    ...(debrief?.questions ?? []),
  ]) {
    expect(markup).toContain(text)
  }
  expect(markup).toContain('Not observable')
  expect(markup).toContain('Not answered')
  expect(markup).toContain('I hid behind the rule at first.')
  expect(markup).not.toMatch(/NaN|undefined|\[object/)
})

test('[I1] Every state is honest: no NaN, nothing undefined, and no drawing of what was not played', () => {
  expect(debriefStates.length).toBeGreaterThan(15)
  for (const { panel, state, make } of debriefStates) {
    const markup = renderToStaticMarkup(createElement('div', null, make()))
    expect(markup.match(/NaN|undefined|Infinity|\[object| points=""/g), `${panel}: ${state}`).toBeNull()
  }
  const empty = seat({ scenes: [scene('r1-1.1', emptyScene)], ratings: [] })
  expect(empty).toContain('No time was played in this scene.')
  expect(empty).not.toMatch(/role="slider"|Timeline of the scene/)
  expect(empty).toContain('Nobody has rated this scene.')
})

test('Each item stands with its anchors beside what everybody gave for it, in the words of the medium', () => {
  const { asked, ratings } = madeUpRoom()
  for (const medium of ['typed', 'spoken'] as const) {
    const markup = seat({}, medium)
    const shown = rubric.items.filter(
      ({ id }) => asked.includes(id) || ratings.some(rating => id in rating.scores),
    )
    expect(shown.length).toBeGreaterThan(4)
    for (const item of shown) {
      const [, after = ''] = markup.split(`>${item.title}</h4>`)
      const [beside = ''] = after.split('<h4')
      for (const anchor of [1, 3, 5] as const)
        expect(beside).toContain(`<span>${escaped(wordingFor(item, medium).anchors[anchor])}</span>`)
      // The officer, the observer and the instructor.
      expect(beside.match(/<dt>/g)).toHaveLength(3)
    }
  }
})

test('[I1] When everything was not observable the debrief says so, and has no score to compare', () => {
  const state = debriefStates.find(each => each.state === 'everything not observable')
  const markup = renderToStaticMarkup(createElement('div', null, state?.make()))
  expect(markup.match(/data-given="not-observable"/g)?.length).toBeGreaterThan(10)
  expect(markup).not.toMatch(/data-on="true"|Seen differently/)
})

test('Before the reveal nothing of the scene is shown, and it is said what opens it', () => {
  const markup = seat({ revealed: false, finished: ['p1'], phase: { name: 'rating', endsAt: 0 } })
  expect(markup).toContain('The debrief is not open yet.')
  expect(markup).toContain('1 of 3 have finished rating.')
  expect(markup).not.toContain(madeUpRoom().card.title)
})

test('Retakes have timelines of their own; six hundred lines begin with thirty', () => {
  const markup = seat({ scenes: [scene('r1-1.1', corrected), scene('r1-1.2', retaken)] })
  expect(markup).toContain('Retake 1')
  expect(markup).toContain('Starts again from 1:24 of the scene.')
  expect(seat({ scenes: [scene('r1-1.1', crowded)] })).toContain('Line 30')
})

test('A retake stands beside the stretch that it tries again, and says how it ended', () => {
  const markup = seat({ scenes: [scene('r1-1.1', corrected), scene('r1-1.2', retaken)] })
  expect(markup).toContain('First try, from 1:24')
  expect(markup).toContain('The retake ended 1 step cooler.')
})

test('Triggers and calmers lead to where they happened, or are not confirmed', () => {
  const markup = seat({})
  expect(markup.match(/Happened at 0:22/g)).toHaveLength(1)
  expect(markup.match(/confirmed, no time given/g)).toHaveLength(1)
  expect(markup.match(/not confirmed/g)).toHaveLength(4)
})

test('Differences of two points or more come before the order of speaking', () => {
  const [before = '', talk = ''] = seat({}).split('Seen differently')
  expect(before).not.toContain('Who speaks when')
  expect(talk.indexOf('Saying it back')).toBeLessThan(talk.indexOf('Who speaks when'))
  expect(seat({ ratings: [] })).not.toContain('Seen differently')
})

test('A retake is offered to the players and the instructor, in the debrief only, with both seats filled', () => {
  const { seats, phase } = madeUpRoom()
  for (const who of ['customer', 'officer', 'instructor'] as const) {
    expect(mayRetake({ seat: who, phase, seats })).toBe(true)
    expect(mayRetake({ seat: who, phase: { name: 'retake', endsAt: 0 }, seats })).toBe(false)
    expect(mayRetake({ seat: who, phase, seats: { ...seats, officer: null } })).toBe(false)
  }
  expect(mayRetake({ seat: 'observer', phase, seats })).toBe(false)
})

test('[R18] It is offered beside each line of the first scene, only to who may start one now', () => {
  const lines = corrected.lines.length
  const scenes = [scene('r1-1.1', corrected), scene('r1-1.2', retaken)]
  const offers = (change: Change) =>
    renderToStaticMarkup(
      createElement(SeatDebrief, {
        view: madeUpSeat({ scenes, ...change }),
        nameOf,
        back: '/play/',
        act: () => Promise.reject(new Error('nothing is pressed')),
      }),
    ).match(/Try again from the line at/g)?.length ?? 0
  expect(lines).toBeGreaterThan(1)
  for (const who of ['officer', 'customer'] as const) expect(offers({ seat: who })).toBe(lines)
  expect(offers({ seat: 'observer' })).toBe(0)
  expect(offers({ phase: { name: 'retake', endsAt: 0 } })).toBe(0)
  expect(seat({ scenes })).not.toContain('Try again from')
})

test('An instructor is told when the room does not see it yet, and when the round is over', () => {
  const head = { title: 'Tuesday', medium: 'typed' } as const
  const watch = (room: ReturnType<typeof madeUpRoom> | null) =>
    renderToStaticMarkup(
      createElement(RoomDebrief, {
        view: { kind: 'watch', language: 'en', room: room && { ...room, twists: [], answers: [] } },
        me: null,
        class: head,
        nameOf,
        back: '/console/',
      }),
    )
  expect(watch(madeUpRoom({ seat: 'instructor', revealed: false }))).toContain(
    'The room does not see this yet.',
  )
  expect(watch(null)).toContain('The round of this room is over.')
})

test('A moment stands beside its own line, else beside the last line before it, and far from any beside none', () => {
  const line = (n: number, offset: number) => ({ n, seat: 'officer', how: 'say', text: '', offset }) as const
  const moment = (id: string, offset: number, more: object = {}) =>
    ({ id, as: 'observer', mark: 'helped', offset, ...more }) as const
  const beside = momentsByLine({
    lines: [line(1, 1_000), line(2, 9_000)],
    moments: [
      moment('m1', 9_500),
      moment('m2', 50_000, { line: 1 }),
      moment('m3', 50_000),
      moment('m4', 9_500, { cue: { kind: 'calmer', index: 0 } }),
    ],
  })
  expect([...beside].map(([n, moments]) => [n, moments.map(({ id }) => id)])).toEqual([
    [2, ['m1']],
    [1, ['m2']],
  ])
})
