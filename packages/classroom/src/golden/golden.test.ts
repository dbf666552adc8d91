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
  'release-0.1-class-1.jsonl': '6d2321878702f693ff10ab1d725178487845c3808372f3a23c89651cea405c78',
  'release-0.1-class-2.jsonl': 'b2d29b1cdea7e15d4908e9a9c60b28cc13b20b21fa15d567b66b4124f09e54e8',
  'release-0.1-closing.jsonl': 'c4e7b926278a14542abe9c9a929ad3fa1e512d8cda546989e68be2050d8c0728',
  'release-0.2-news-and-rooms.jsonl': 'ac8b1b634fd8f1a4be3fc81013f5c46e337fdf29111173c2856a39e4ddc835ed',
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
