import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { recordsStates } from '../gallery/records-states.tsx'
import { inWords } from './agreement-words.ts'
import { full, notObservable } from './made-up-records.ts'
import { sentenceOf } from './teach-next-part.tsx'

const textOf = (panel: string, state: string): string => {
  const shown = recordsStates.find(each => each.panel === panel && each.state === state)
  return renderToStaticMarkup(createElement('div', null, shown?.make()))
}

test('[I1] every state is honest: no NaN, nothing undefined, no chart without a point', () => {
  for (const { panel, state } of recordsStates) {
    const text = textOf(panel, state)
    expect(text, state).not.toMatch(/NaN|undefined|Infinity|points=""/)
    expect(text, state).toContain('<h1')
  }
  expect(textOf('records class', 'nobody')).toContain('Nothing was played')
  expect(textOf('records class', 'nobody')).toContain('Nobody joined this class.')
  expect(textOf('records class', 'a two-second scene')).toContain('No scores.')
  expect(textOf('records class', 'all not observable')).not.toContain(
    '<table class="table"><thead><tr><th scope="col">Item',
  )
})

test('[I4] an agreement figure is said in words, always with n', () => {
  expect(inWords({ value: 0.9, n: 12, raters: 2 })).toBe('They saw the same. 0.90 over 12 scenes.')
  expect(inWords({ value: 0.9, n: 3, raters: 2 })).toBe('Too few to say. 0.90 over 3 scenes.')
  expect(inWords({ value: null, n: 2, raters: 2, because: 'no-variance' })).toContain(
    'every score is the same',
  )
})

test('[I3] every figure of two raters stands in a table with its n, item by item and in total, and what has none is a dash', () => {
  const fold = textOf('records class', 'full').split('Weighted kappa').slice(1).join('')
  const cells = [...fold.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) =>
    cell.replace(/<[^>]*>/g, ''),
  )
  expect(cells.slice(0, 8)).toEqual([
    '12',
    '81 of 100',
    '0.81',
    '0.78',
    '0.86',
    '0.75 (0.51 to 0.91)',
    '0.83 (0.61 to 0.93)',
    'They saw the same. 0.81 over 12 scenes.',
  ])
  // Of two scenes no figure says anything.
  expect(cells.slice(8, 16)).toEqual([
    '2',
    '40 of 100',
    '0.40 too few to say',
    '0.37 too few to say',
    '0.45 too few to say',
    '0.34 too few to say',
    '0.42 too few to say',
    'Too few to say. 0.40 over 2 scenes.',
  ])
  expect(cells[23]).toContain('over 12 scenes.')
  expect(cells.slice(24, 32)).toEqual(['0', '-', '-', '-', '-', '-', '-', 'No figure: nothing was rated.'])
})

test('[I3] of a behaviour it is told how often two people said the same of it, beside AC1', () => {
  const [, said = ''] = textOf('records class', 'full').split('<dt>Said it back</dt>')
  expect(said.split('</dd>')[0]?.replace(/<[^>]*>/g, '')).toBe(
    'They saw the same. 0.88 over 12 scenes. The same, seen or not seen, in 92 of 100 pairs.',
  )
})

test('[I18] an observer’s marks, and a fishbowl’s room, stand beside the instructor’s moment by moment', () => {
  const [, part = ''] = textOf('records class', 'full').split('Observers beside you')
  const rows = [...part.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    row
      .replace(/<svg.*?<\/svg>/g, '')
      .replace(/<\/t[dh]>/g, ' | ')
      .replace(/<[^>]*>/g, ''),
  )
  expect(rows.slice(1, 4)).toEqual([
    '0:26 round 1, spot 1 | Hurt Policy as a wall | Hurt | ',
    '1:24 round 1, spot 1 | Helped | nothing | ',
    '2:10 round 1, spot 1 | Helped Said it back | Hurt Policy as a wall | ',
  ])
  expect(rows[5]).toBe('0:31 round 2, spot 1 | Hurt Policy as a wall | 11 of 14 | 1 of 14 | ')
  expect(part).toContain('4 marks of the room are about something else.')
})

test('[I8] what to teach next is a sentence with its scenes behind it', () => {
  expect(full.report.teachNext.map(finding => sentenceOf(finding, full))).toEqual([
    'Practise "Space to speak" next: it had the lowest mean, 2.25 of 5 (4 scores).',
    'Work on "Policy as a wall": it was marked in 1 of 2 scenes.',
    '"Full attention" got better: 2.00 in the first round, 4.00 in the last (at least 3 scores each).',
  ])
  expect(notObservable.report.teachNext.map(finding => sentenceOf(finding, notObservable))).toEqual([
    'Not yet the officer: Ana.',
  ])
  const [, findings = ''] = textOf('records class', 'full').split('Work on ')
  const [pitfall = ''] = findings.split('</li>')
  const links = (markup: string) =>
    [...markup.matchAll(/href="([^"]*)"[^>]*>([^<]*)</g)].map(it => it.slice(1))
  expect(links(pitfall)[0]).toEqual([
    '/records/?class=k1&amp;room=r1-1&amp;scene=r1-1.1&amp;at=12000',
    'round 1, spot 1, 0:12',
  ])
  // What does not stand open can be opened.
  const [open = '', folded = ''] = pitfall.split('<details')
  expect([links(open), links(folded)].map(it => it.length)).toEqual([4, 2])
  expect(folded).toContain('<summary>and 2 more</summary>')
})

test('[I7] every mean has all scenes behind it, folded away', () => {
  const [, row = ''] = textOf('records class', 'full').split('<span>Full attention</span>')
  const [, folded = ''] = (row.split('</th>')[0] ?? '').split('All 2 scenes behind it</summary>')
  expect(folded.match(/<a /g)).toHaveLength(2)
})

test('[I10] each seat of a person opens to its scenes, and an observer stands beside the instructor', () => {
  const text = textOf('records people', 'one person')
  const [, seats = ''] = text.split('Seats played</h2>')
  const [before = '', observer = ''] = seats.split('<dt>Observer</dt>')
  const [own = ''] = observer.split('</dd>')
  expect(own).toContain('<summary>2 scenes</summary>')
  expect(own.match(/href="\/records\/\?class=k1&amp;room=r\d-1&amp;scene=r\d-1\.1"/g)).toHaveLength(2)
  expect(before.split('<dt>Officer</dt>')[0]).toContain('Not yet.')
  expect(text).toContain('Of 5 marks about the same thing, 3 said the same.')
})

test('[I12] the page of a practice class offers attendance only', () => {
  const text = textOf('records class', 'practice')
  expect(text).toContain('people.csv')
  expect(text).not.toContain('ratings.csv')
  expect(text).not.toContain('class.jsonl')
})

test('[I25] a completion record shows the school’s fields, and claims nothing', () => {
  const text = textOf('records class', 'completion')
  for (const field of ['Calm talk, level 1', 'L-77', 'C-0007', 'does not certify anything'])
    expect(text).toContain(field)
})
