import { timelineOf } from '@evenkeel/insight/scene'
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import {
  corrected,
  crowded,
  emptyScene,
  fiveMinutes,
  retaken,
  twoSeconds,
  withoutCurve,
} from './made-up-scenes.ts'
import { momentTitle } from './moment-words.ts'
import { asTold, type NameOf, type ShownScene, unnamed } from './shown-scene.ts'
import { Timeline, type TimelineProps } from './timeline.tsx'
import { axisMarks, frameOf, labelsOf, widthOf, xAt, yAt } from './timeline-frame.ts'
import { Rows } from './timeline-table.tsx'

const draw = (scene: ShownScene, props: Partial<TimelineProps> = {}) =>
  renderToStaticMarkup(createElement(Timeline, { scene, ...props }))

const tableOf = (scene: ShownScene, nameOf: NameOf = unnamed) =>
  renderToStaticMarkup(
    createElement(Rows, { timeline: timelineOf(asTold(scene)), forks: [], cues: null, nameOf }),
  )

const numbersIn = (markup: string) =>
  [...markup.matchAll(/ (?:d|x|y|width|height)="([^"]*)"/g)].flatMap(([, text = '']) =>
    (text.match(/-?[\d.]+(?:e[-+]?\d+)?/g) ?? []).map(Number),
  )

const scenes = { emptyScene, twoSeconds, fiveMinutes, corrected, retaken, withoutCurve, crowded }

for (const [name, scene] of Object.entries(scenes)) {
  for (const wide of [false, true]) {
    test(`Draws ${name}${wide ? ', wide' : ''}, with every number a number`, () => {
      const forks = [{ scene: 'r1-1.1', offset: scene.played / 2, swapped: false }]
      const markup = draw(scene, { wide, forks })
      expect(markup).not.toMatch(/NaN|Infinity|undefined|\[object/)
      expect(markup).not.toContain('style=')
      expect(numbersIn(markup).every(Number.isFinite)).toBe(true)
    })
  }

  test(`The table of ${name} holds every line and every moment`, () => {
    const [, table = ''] = tableOf(scene).split('<tbody>')
    const rows = table.split('<tr>').slice(1)
    const said = rows.filter(row => /<td>(Says|Does)<\/td>/.test(row))
    const marked = rows.filter(row => /<td>(Helped|Hurt)<\/td>/.test(row))
    expect(said).toHaveLength(scene.lines.length)
    expect(marked).toHaveLength(scene.moments.length)
    for (const moment of scene.moments) {
      expect(marked.some(row => row.includes(momentTitle(moment)))).toBe(true)
    }
  })
}

test('[V3] The table says which answer an instructor gave, and which call had none', () => {
  const table = tableOf(corrected)
  expect(table).toContain('<td>Call, answered by the instructor</td>')
  expect(table).toContain('Control room: Send him to me.')
  expect(table).toContain('Shift lead: No answer came.')
  expect(tableOf(fiveMinutes)).not.toContain('by the instructor')
})

test('Every moment that has a place can be reached by the keyboard, and the playhead and one of them are stops of Tab', () => {
  const markup = draw(fiveMinutes)
  expect(markup.match(/data-moment=/g)).toHaveLength(7)
  expect(markup.match(/tabindex="0"/g)).toHaveLength(2)
  expect(markup.match(/tabindex="-1"/g)).toHaveLength(6)
})

test('A corrected curve is drawn beside the first one, and both are in the legend', () => {
  expect(draw(corrected)).toContain('As tapped in the scene')
  expect(tableOf(corrected)).toContain('corrected afterwards')
  expect(draw(fiveMinutes)).not.toContain('As tapped in the scene')
})

test('Nobody is named without names', () => {
  expect(tableOf(fiveMinutes, () => 'Zoë')).toContain('Zoë')
  expect(draw(withoutCurve) + tableOf(withoutCurve)).not.toMatch(/\bp\d\b/)
})

const lanes = fc.record({
  events: fc.boolean(),
  said: fc.boolean(),
  helped: fc.boolean(),
  hurt: fc.boolean(),
})
const level = fc.constantFrom(1, 2, 3, 4, 5, 6, 7)

test('Whatever the offset, the level and the length of the scene, everything is within the box', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), level, lanes, fc.boolean(), (played, offset, at, there, wide) => {
      const frame = frameOf(Number.isFinite(played) ? played : 0, there, wide)
      const x = xAt(frame, offset)
      const y = yAt(frame, at)
      expect(x).toBeGreaterThanOrEqual(frame.left)
      expect(x).toBeLessThanOrEqual(frame.right)
      expect(y).toBeGreaterThan(frame.top)
      expect(y).toBeLessThan(frame.bottom)
      for (const lane of [frame.events, frame.said, frame.helped, frame.hurt]) {
        if (lane === null) continue
        expect(lane).toBeGreaterThan(frame.text)
        expect(lane).toBeLessThan(frame.height - frame.text)
      }
    }),
  )
})

test('Later is never further left, hotter is never lower', () => {
  fc.assert(
    fc.property(fc.nat(9e6), fc.nat(9e6), fc.nat(9e6), level, level, (played, a, b, low, high) => {
      const frame = frameOf(played, { events: true, said: true, helped: true, hurt: true }, false)
      expect(xAt(frame, Math.min(a, b))).toBeLessThanOrEqual(xAt(frame, Math.max(a, b)))
      if (low < high) expect(yAt(frame, high)).toBeLessThan(yAt(frame, low))
    }),
  )
})

test('The axis has a few marks, all within the scene', () => {
  fc.assert(
    fc.property(fc.nat(36_000_000), fc.boolean(), (played, wide) => {
      const marks = axisMarks({ played, wide })
      expect(marks.length).toBeGreaterThan(0)
      expect(marks.length).toBeLessThanOrEqual(wide ? 9 : 6)
      expect(marks.every(mark => mark >= 0 && mark <= played)).toBe(true)
    }),
  )
})

test('Labels in a lane never run into the next mark or out of the drawing', () => {
  const frame = frameOf(60_000, { events: false, said: false, helped: true, hurt: false }, true)
  fc.assert(
    fc.property(fc.array(fc.nat(60_000), { maxLength: 40 }), offsets => {
      const marks = offsets
        .sort((a, b) => a - b)
        .map((offset, index) => ({ x: xAt(frame, offset), short: `${index}`, long: `${index} Said it back` }))
      const labelled = labelsOf(marks, frame)
      labelled.forEach(({ x, label }, index) => {
        if (label === '') return
        const end = x + frame.text * 0.85 + widthOf(label, frame.text)
        expect(end).toBeLessThanOrEqual(labelled[index + 1]?.x ?? frame.width)
      })
    }),
  )
})
