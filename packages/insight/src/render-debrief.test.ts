import { cleanText, type Rating } from '@evenkeel/classroom'
import { customerItemIds, itemIds } from '@evenkeel/playbook'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlayedScene, SceneRating } from './played-scene.ts'
import { renderDebrief } from './render-debrief.ts'
import { scenesOf } from './scenes-of.ts'
import { columnsOf } from './terminal/columns.ts'
import { NAMES, phoneClass } from './testing/phone-class.ts'
import { anyTold, curve } from './testing/told.ts'

function phoneScene(): PlayedScene {
  const [scene] = scenesOf(phoneClass().events)
  if (scene === undefined) throw new Error('no scene')
  return scene
}

const page = (scene: PlayedScene, width: number) =>
  `${renderDebrief(scene, { names: NAMES, width }).join('\n')}\n`

test('the debrief of a whole scene at 72 columns', async () => {
  await expect(page(phoneScene(), 72)).toMatchFileSnapshot('./golden/debrief-72.txt')
})

test('[M5] the same at 100 columns, with the curve corrected by the customer', async () => {
  const scene = { ...phoneScene(), corrected: curve([4, 0], [5, 26], [6, 40], [3, 120]) }
  await expect(page(scene, 100)).toMatchFileSnapshot('./golden/debrief-100-corrected.txt')
})

test('a spoken scene of two seconds that nobody rated, on narrow paper', async () => {
  const scene: PlayedScene = {
    ...phoneScene(),
    medium: 'spoken',
    played: 2_000,
    curve: curve([4, 0]),
    lines: [],
    moments: [],
    twists: [],
    calls: [],
    ratings: [],
    cast: { customer: 'p2', officer: null, observers: [] },
  }
  await expect(page(scene, 60)).toMatchFileSnapshot('./golden/debrief-two-seconds.txt')
})

test('[S4] [V3] who answered a call is said, and that nobody did', () => {
  const call = { index: 0, who: 'Control room', offset: 60_000 } as const
  const text = page(
    {
      ...phoneScene(),
      calls: [
        { ...call, answer: null },
        { ...call, index: 1, answer: 'Wait.', live: true },
      ],
    },
    72,
  )
  expect(text).toContain('Call to Control room: no answer came')
  expect(text).toContain('Call to Control room, answered by the instructor: “Wait.”')
})

test('a scene in which no time was played has no chart and says so', () => {
  const text = page({ ...phoneScene(), played: 0, curve: curve([4, 0]) }, 72)
  expect(text).toContain('No time was played in this scene.')
  expect(text).not.toContain('┤')
})

test('[S8] a stopped scene says that it ended early, and nothing more', () => {
  const text = page({ ...phoneScene(), stopped: true, ratings: [] }, 72)
  expect(text).toContain('3:10 played, ended early')
  expect(text).toContain('It ended early, so nothing was rated.')
})

test('[R18] a retake says where it began and has no ratings of its own', () => {
  const fork = { scene: 'r1-1.1', offset: 81_000, swapped: true }
  const text = page({ ...phoneScene(), fork, ratings: [] }, 72)
  expect(text).toContain('Retake from 1:21, seats swapped')
  expect(text).not.toContain('Ratings')
})

test('who has no name is shown by their id', () => {
  expect(renderDebrief(phoneScene()).join('\n')).toContain('Officer   p3')
})

test('a fishbowl with more observers than columns shows their means with the numbers behind them', () => {
  const observer = (index: number): SceneRating => ({
    by: `p${index + 10}`,
    as: 'observer',
    about: 'p3',
    scores: { resolve: index % 2 === 0 ? 2 : 5 },
    sentence: '',
    asked: ['resolve'],
  })
  const scene = phoneScene()
  const many = Array.from({ length: 20 }, (_, index) => observer(index))
  const text = page(
    { ...scene, ratings: [...scene.ratings.filter(({ as }) => as !== 'observer'), ...many] },
    72,
  )
  expect(text).toMatch(/observers/)
  expect(text).toMatch(/The need and the next step +4 +3\.5 \(20\) +–/)
})

const score = fc.constantFrom<Rating['scores'][string]>(1, 2, 3, 4, 5, 'not-observable')
const name = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('山田太郎', '👩‍🏫 Ana', '\u001b[31mred'),
)
const ratings: fc.Arbitrary<readonly SceneRating[]> = fc.array(
  fc.record({
    by: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'),
    as: fc.constantFrom<Rating['as']>('self', 'customer', 'observer', 'instructor'),
    about: fc.constant('p3'),
    scores: fc.dictionary(fc.constantFrom<string>(...itemIds, ...customerItemIds), score),
    sentence: fc.string({ unit: 'grapheme', maxLength: 100 }),
    asked: fc.subarray<string>([...itemIds, ...customerItemIds]),
  }),
  { maxLength: 12 },
)

test('for any scene and names: no row is wider than the paper, none moves the cursor, none says NaN', () => {
  fc.assert(
    fc.property(
      anyTold,
      ratings,
      fc.array(name, { minLength: 5, maxLength: 5 }),
      fc.integer({ min: 0, max: 160 }),
      (told, rated, called, width) => {
        const names = Object.fromEntries(called.map((each, index) => [`p${index + 1}`, each]))
        const scene: PlayedScene = { ...phoneScene(), ...told, curve: told.curve ?? [], ratings: rated }
        for (const row of renderDebrief(scene, { names, width })) {
          expect(columnsOf(row)).toBeLessThanOrEqual(Math.min(140, Math.max(60, width)))
          expect(cleanText(row)).toBe(row.normalize('NFC').trim())
          expect(row).not.toMatch(/NaN|undefined|Infinity/)
        }
      },
    ),
    { numRuns: 200 },
  )
})
