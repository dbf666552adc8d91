import { loadCards } from '@evenkeel/playbook/cards'
import { afterAll, beforeAll, expect } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { type Alone, alone } from './harness/alone.ts'
import { axeFindings } from './harness/axe.ts'
import type { Console } from './harness/console.ts'
import { story } from './harness/story.ts'
import { say, sceneRuns } from './harness/typed-seat.ts'

/* One person, nobody else: a practice scene from an empty console to what their words did. */

const card = loadCards().find(each => each.card.id === 'airport-kerb-move-on')?.card
if (card === undefined) throw new Error('the playbook has lost a card')
const { tryIt, did, mark, finish } = words.simulated
const part = story()
let here: Alone
let ana: Console

beforeAll(async () => {
  here = await alone()
  ana = here.ana
})
afterAll(() => here?.leave())

const marked = () => ana.find('complementary', mark).waitFor()
const log = () => ana.page.getByRole('log', { name: words.play.scene.transcript })
const hears = (text: string) => log().getByText(text, { exact: true }).first().waitFor()
const level = async () =>
  Number(await ana.page.locator('main [data-level]').first().getAttribute('data-level'))
const shot = async (name: string) => {
  const folder = process.env.PRACTICE_SHOTS
  if (folder === undefined) return
  for (const [width, height] of [
    [360, 740],
    [1280, 800],
  ] as const) {
    await ana.page.setViewportSize({ width, height })
    await ana.page.screenshot({ path: `${folder}/${name}-${width}.png` })
  }
}

part(
  '[B4] an empty console offers to be the officer; the card is chosen, and the briefing is marked',
  async () => {
    await ana.heading(tryIt.title)
    expect(await axeFindings(ana.page, 'empty console')).toEqual([])
    await ana.page.getByLabel(tryIt.card).selectOption({ label: card.title })
    await shot('console')
    await ana.press(tryIt.sceneGo)
    await ana.button(words.play.briefing.ready).waitFor()
    await marked()
    await shot('briefing')
    await ana.press(words.play.briefing.ready)
  },
)

part('[B2] [B3] a policy wall takes the customer up, saying it back takes them down', async () => {
  await sceneRuns(ana)
  await hears(card.customer.opening)
  await say(ana, 'Four minutes. That is our policy.')
  await hears('Four minutes for whom? I have to build my legs first.')
  const up = await level()
  expect(up).toBeGreaterThan(card.customer.startTemperature)
  await say(ana, 'So if I understand correctly, one wheel is on, one is in the car, and he says move on?')
  await hears('Exactly. Good morning, by the way. Finally a face.')
  expect(await level()).toBeLessThan(up)
  await marked()
  expect(await axeFindings(ana.page, 'practice scene')).toEqual([])
  await shot('scene')
})

part('[B6] finished, the debrief says which words moved the customer', async () => {
  await ana.press(finish)
  await ana.press(words.play.stepOut.ready)
  await ana.press(words.play.rating.finish)
  await ana.press(words.play.rating.reallyFinish)
  await ana.page.locator('a[href^="/debrief/"]').first().click()
  await ana.heading(did.title)
  await marked()
  const turns = ana.page.locator('[data-did] > li')
  await turns.first().waitFor()
  expect(await turns.evaluateAll(all => all.map(turn => turn.getAttribute('data-way')))).toEqual([
    'up',
    'down',
  ])
  const texts = await turns.allTextContents()
  expect(texts[0]).toContain('Policy wall')
  expect(texts[0]).toContain('our policy')
  expect(texts[1]).toContain('Said it back')
  expect(texts[1]).toContain(card.customer.calmers[0]?.when)
  expect(await axeFindings(ana.page, 'debrief of a practice scene')).toEqual([])
  await ana.page.locator('#did').scrollIntoViewIfNeeded()
  await shot('debrief')
  expect(ana.watch.troubles).toEqual([])
})
