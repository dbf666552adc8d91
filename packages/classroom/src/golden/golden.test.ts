import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ClassEvent, EVENT_VERSIONS } from '../event.ts'
import { fold, unopened } from '../fold.ts'
import { viewOf } from '../view/view-of.ts'
import { CONSOLE, PROJECTOR } from '../view/viewer.ts'

/*
 * Journals as a release wrote them. They never change: a school's old classes must open, and show the same, in every later
 * release. A new release adds its own files and hashes.
 */
const here = new URL('.', import.meta.url)
const HASHES: Readonly<Record<string, string>> = {
  'release-0.1-class-1.jsonl': 'd2a682eeaa0930639dc7132a2a190267cc43a044a48a73a20fa87df679dffc73',
  'release-0.1-class-2.jsonl': '71f02e179e7a413c1ed24858b2572e3b289b3a266f3815ead9dc52dec5fa2e08',
  'release-0.1-closing.jsonl': '4b99b54eae0c75a261a3db894c6ba30b0b1de23a7251e410afda681fd48881d0',
  'release-0.2-live-radio.jsonl': '49c94f0c1d0b76201ed68af9cf0f21598a438fee82fb0e22fa74b756d637b691',
  'release-0.2-news-and-rooms.jsonl': '1160c5f3ae1d4bee3b9cfa0392aa07e01c40199794c5d09ec2aacbb68b9874db',
  'release-0.2-merged-people.jsonl': '476d408dcade521e9ceb32a022a85f4872fa799355d79f558cd29ef25e882d4c',
  'release-0.2-worked-lines.jsonl': 'f86639dc9f3c4005fec9ffffda2b9387a91d259f6134d84f9f43997744fcd34f',
}

/** Kinds of event that no release has written yet; the next one's journals hold them and this list is empty again. */
const UNRELEASED: ReadonlySet<string> = new Set()

const journalOf = (file: string): readonly ClassEvent[] =>
  readFileSync(new URL(file, here), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as ClassEvent)

const files = readdirSync(here).filter(file => file.endsWith('.jsonl'))

test.each(files)('[J18] %s folds to what its release saw', file => {
  const events = journalOf(file)
  const state = fold(unopened('class-1'), events)
  const people = state.people.map(({ id }) => viewOf({ kind: 'person', person: id }, state))
  const seen = JSON.stringify([state, viewOf(CONSOLE, state), viewOf(PROJECTOR, state), people])
  expect(createHash('sha256').update(seen).digest('hex')).toBe(HASHES[file])
})

test('[J18] the golden journals hold every kind of event', () => {
  const types = new Set(files.flatMap(file => journalOf(file).map(event => event.type)))
  const missing = Object.keys(EVENT_VERSIONS).filter(type => !types.has(type as ClassEvent['type']))
  expect(missing.filter(type => !UNRELEASED.has(type))).toEqual([])
})
