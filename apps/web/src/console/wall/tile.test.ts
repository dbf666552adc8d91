import type { ConsoleView, WallCell } from '@evenkeel/classroom/view'
import { ladder } from '@evenkeel/playbook/words'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { words } from '../../words/en.ts'
import * as made from '../made-up-views.ts'
import { Now } from './now.tsx'
import { needsOf } from './shown-rooms.ts'
import { Tile, type TileProps } from './tile.tsx'
import { WallPanel } from './wall-panel.tsx'

const nothing = () => {}
const view = made.running(6)
const typed: ConsoleView = {
  ...view,
  class: { ...view.class, settings: { ...view.class.settings, medium: 'typed' } },
}

const cellOf = (of: ConsoleView): WallCell => {
  const cell = made.wallOf(of)['r1-3']
  if (cell === undefined) throw new Error('no third room')
  return cell
}

function drawTile(change: Partial<TileProps> = {}): string {
  const row = view.rooms['r1-3']
  if (row === undefined) throw new Error('no third room')
  const tile = createElement(Tile, {
    id: 'r1-3',
    row,
    cell: cellOf(view),
    need: undefined,
    signs: {},
    names: { p6: 'Ada', p7: 'Bo' },
    open: false,
    picked: false,
    onPick: undefined,
    onOpen: nothing,
    ...change,
  })
  return renderToStaticMarkup(createElement(Now, { value: made.NOON }, tile))
}

test('A tile has the temperature as a word, and its way so far as steps', () => {
  for (const { level, word } of ladder) {
    const cell: WallCell = {
      ...cellOf(view),
      level,
      curve: [
        [0, 5],
        [30, level],
      ],
    }
    const markup = drawTile({ cell })
    expect(markup).toContain(`>${word}<`)
    // A hundred wide for at least a minute; the seven steps are 4 apart, the calmest at the bottom.
    const height = (26 - (level - 1) * 4).toFixed(1)
    expect(markup).toContain(`d="M0 10.0H50.0V${height}H100"`)
  }
})

test('Of a typed scene the tile has the last line; of a spoken one neither a line nor a silence', () => {
  const line = 'Why me, out of all of them?'
  expect(drawTile({ cell: cellOf(typed) })).toContain(line)
  const spoken = drawTile()
  expect(spoken).not.toContain(line)
  expect(spoken).not.toContain(words.wall.reasons.silence(null))
  // Half an hour without a line is a silence where it is written, and nothing where it is spoken.
  const late = made.NOON + 30 * 60_000
  const wallFor = (of: ConsoleView) => ({ 'r1-3': { ...cellOf(of), level: 2 as const, hotSince: null } })
  expect(needsOf(typed, wallFor(typed), late)['r1-3']?.reason).toBe('silence')
  expect(needsOf(view, wallFor(view), late)['r1-3']).toBeUndefined()
})

test('[V21] a tile says of whom there is no sign, each in its own words', () => {
  const since = made.NOON - 20_000
  const markup = drawTile({ signs: { p6: { state: 'unsure', since }, p7: { state: 'away', since } } })
  expect(markup).toContain(`<bdi>Ada</bdi> <span>${words.wall.signs.unsure}</span>`)
  expect(markup).toContain(`<bdi>Bo</bdi> <span>${words.wall.signs.away}</span>`)
  const gone = drawTile({ signs: { p7: { state: 'gone', since } } })
  expect(gone).toContain(`<bdi>Bo</bdi> <span>${words.wall.signs.gone}</span>`)
  expect(gone).not.toContain(words.wall.signs.unsure)
})

test.each([
  [3, 'large', false],
  [7, 'large', true],
  [10, 'medium', true],
  [31, 'small', true],
])('The more rooms the smaller the tiles: %i rooms are %s', (rooms, size, many) => {
  const full = made.running(2 * rooms)
  const ids = Object.keys(full.rooms)
  const markup = renderToStaticMarkup(
    createElement(WallPanel, {
      view: full,
      wall: made.wallOf(full),
      needs: {},
      order: { ids, held: false, waits: false, hold: nothing },
      shown: { many, search: '', setSearch: nothing, show: 'all', setShow: nothing, ids, waits: false },
      names: {},
      now: made.NOON,
      room: null,
      picked: new Set<string>(),
      onPick: undefined,
      onOpen: nothing,
    }),
  )
  expect(markup).toContain(`data-size="${size}"`)
  expect(markup.match(/data-room=/g)).toHaveLength(rooms)
  expect(markup.includes(words.wall.search)).toBe(many)
  expect(markup).not.toContain('data-on')
})
