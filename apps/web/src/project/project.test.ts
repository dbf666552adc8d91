import type { ProjectorView, Step } from '@evenkeel/classroom/view'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test, vi } from 'vitest'
import { fiveMinutes } from '../debrief/made-up-scenes.ts'
import { words } from '../words/en.ts'
import { spacedCode } from './code-strip.tsx'
import { Digits } from './digits.tsx'
import { shortAddress } from './lobby.tsx'
import * as walls from './made-up-walls.ts'
import { ProjectScreen } from './project-screen.tsx'
import { tellingMoments } from './shown-debrief.tsx'

const draw = (view: ProjectorView, wayIn = walls.wayIn) =>
  renderToStaticMarkup(createElement(ProjectScreen, { view, wayIn, now: walls.NOON }))

const steps: readonly Step[] = ['briefing', 'scene', 'wrap-up', 'step-out', 'rating', 'debrief', 'done']
const every: Readonly<Record<string, ProjectorView>> = {
  lobby: walls.lobby,
  'a crowded lobby': walls.crowdedLobby,
  'a title from right to left': walls.rightToLeft,
  'a remote class': walls.remote,
  'a fishbowl': walls.fishbowl(14, 5),
  'a fishbowl without marks': walls.fishbowl(0, 0),
  'a debrief': walls.shownDebrief,
  'an empty debrief': walls.emptyDebrief,
  'where a room agreed': walls.agreedFishbowl,
  'a room that did not agree': walls.noAgreement,
  'an announcement': walls.saidToAll(walls.inStep('briefing', walls.NOON + 61_000)),
  'what thirty take along': walls.takenAlong(30),
  'what nobody takes along': walls.takenAlong(0),
  closed: walls.closed,
  ...Object.fromEntries(steps.map(step => [step, walls.inStep(step, walls.NOON + 61_000)])),
}

// What is rarely shown is fetched when it is first drawn: after this it is there at once.
beforeAll(async () => {
  for (const view of Object.values(every)) draw(view)
  await vi.dynamicImportSettled()
})

for (const [name, view] of Object.entries(every)) {
  test(`The wall shows ${name}: one heading, no style attribute, nothing to press, nobody's id`, () => {
    const markup = draw(view)
    expect(markup.match(/<h1/g)).toHaveLength(1)
    expect(markup).not.toMatch(/NaN|Infinity|undefined|\[object/)
    expect(markup).not.toContain('style=')
    expect(markup).not.toContain('<button')
    expect(markup).not.toMatch(/\bp\d+\b/)
  })
}

test('Remembered words and names never reach the wall, even if a view carried them', () => {
  const loud = {
    ...walls.shownDebrief,
    names: { p1: 'Zoë Canary' },
    debrief: walls.shownDebrief.debrief && {
      ...walls.shownDebrief.debrief,
      scenes: walls.shownDebrief.debrief.scenes.map(scene => ({
        ...scene,
        lines: scene.lines.map(line => ({ ...line, by: 'Zoë Canary' })),
        moments: scene.moments.map(moment => ({ ...moment, by: 'Zoë Canary', words: 'Canary words' })),
      })),
    },
  }
  expect(draw(loud)).not.toContain('Canary')
})

test('The lobby says how to come in: code in two halves, address without its scheme, a QR code, a count', () => {
  const markup = draw(walls.lobby)
  expect(markup).toContain('BK7 4QM')
  expect(markup).toContain('192.168.1.20:3000<')
  expect(markup).not.toContain('http://192')
  expect(markup).toContain(`aria-label="${words.project.scan}"`)
  expect(markup).toContain(words.project.stop)
})

test('Without an address there is the code and no QR code', () => {
  const markup = draw(walls.lobby, { ...walls.wayIn, addresses: [] })
  expect(markup).toContain('BK7 4QM')
  expect(markup).not.toContain('role="img"')
})

test('Practice says that mistakes are the point, an assessed class says who sees ratings', () => {
  expect(draw(walls.lobby)).toContain(words.project.practice)
  expect(draw(walls.crowdedLobby)).toContain(words.project.assessed)
  expect(draw(walls.crowdedLobby)).not.toContain(words.project.ratings)
})

test('Each step says what to do, its clock and what comes next', () => {
  for (const step of steps) {
    const markup = draw(walls.inStep(step, walls.NOON + 61_000))
    expect(markup).toContain(words.project.steps[step].word)
    expect(markup).toContain(words.project.steps[step].next)
    expect(markup).toContain('1:01')
  }
  expect(draw(walls.inStep('rating', walls.NOON - 1))).toContain(words.project.over)
  expect(draw(walls.inStep('rating', null))).not.toContain('role="timer"')
  const countIn = { ...walls.inStep('scene', walls.NOON + 304_000), startsAt: walls.NOON + 4_000 }
  expect(draw(countIn)).toContain('5:00')
})

test('Rooms that move by themselves are counted where they are, with the last clock that runs', () => {
  const markup = draw(walls.remote)
  expect(markup).toContain(words.project.ownPace)
  expect(markup).toMatch(new RegExp(`>22<.*>${words.project.steps.scene.word}<`))
  expect(markup).toContain(words.project.lastClock)
  expect(draw({ ...walls.remote, endsAt: null })).not.toContain('role="timer"')
})

test('A fishbowl adds up what was marked', () => {
  expect(draw(walls.fishbowl(14, 5))).toMatch(/>14<.*>5</)
  expect(draw(walls.fishbowl(0, 0))).not.toMatch(/width="(NaN|Infinity)"/)
})

test('At most five moments are told, in the order in which they happened, those with a line first to stay', () => {
  const told = tellingMoments({ ...fiveMinutes, id: 'r1-1.1', fork: null })
  expect(told.length).toBeLessThanOrEqual(5)
  expect(told.map(moment => moment.offset)).toEqual(told.map(moment => moment.offset).sort((a, b) => a - b))
  expect(told.filter(moment => moment.line !== undefined).length).toBe(
    Math.min(5, fiveMinutes.moments.filter(moment => moment.line !== undefined).length),
  )
})

test('Four digits are read out one by one; a refusal is shown with its sentence', () => {
  const markup = renderToStaticMarkup(createElement(Digits, { digits: '0417', wrong: 'Too many screens.' }))
  expect(markup).toContain('>0417<')
  expect(markup).toContain('0 4 1 7')
  expect(markup).toContain('Too many screens.')
})

test('A code is read in two halves, an address is what one types', () => {
  expect(spacedCode('BK74QM')).toBe('BK7 4QM')
  expect(spacedCode('')).toBe('')
  expect(shortAddress('https://evenkeel.example.org/j/BK74QM')).toBe('evenkeel.example.org')
})
