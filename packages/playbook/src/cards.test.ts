import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { cardFileLimit } from './card-file.ts'
import { BadCards, loadCards, readCards } from './cards.ts'

const shipped = loadCards()
const [one, two] = shipped
if (one === undefined || two === undefined) throw new Error('too few cards')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cards-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

test('cards come sorted by id, with hash and file, from a path or an address', () => {
  write('a.yaml', stringify(two.card))
  write('z %20#.yaml', stringify(one.card))
  write('notes.txt', 'not a card')
  const loaded = loadCards(folder)
  expect(loaded).toEqual([
    { card: one.card, hash: one.hash, file: 'z %20#.yaml' },
    { card: two.card, hash: two.hash, file: 'a.yaml' },
  ])
  expect(loadCards(pathToFileURL(folder))).toEqual(loaded)
})

test('one id in two files is refused and names both', () => {
  write('a.yaml', stringify(one.card))
  write('b.yaml', stringify({ ...two.card, id: one.card.id }))
  expect(() => loadCards(folder)).toThrow(BadCards)
  expect(() => loadCards(folder)).toThrow(`b.yaml, line 1: id is "${one.card.id}", which a.yaml already has.`)
})

test('a folder with bad files is refused as a whole; as values, the good cards stay beside the problems', () => {
  write('a.yaml', stringify(one.card))
  write('b.yaml', 'title: only\n')
  write('c.yaml', 'x'.repeat(cardFileLimit + 1))
  expect(() => loadCards(folder)).toThrow(/b\.yaml, line 1: id is missing\.[\s\S]*c\.yaml is too large/)
  const { cards, problems } = readCards(folder)
  expect(cards.map(each => each.file)).toEqual(['a.yaml'])
  expect(new Set(problems.map(each => each.file))).toEqual(new Set(['b.yaml', 'c.yaml']))
})
