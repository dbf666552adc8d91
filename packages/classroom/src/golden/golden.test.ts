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
  'release-0.1-class-1.jsonl': '9281437890341c5a0d7d35ab2182cf4c5099d95761630cd2e1717eaef718b01e',
  'release-0.1-class-2.jsonl': '16a10db1270010fa8946816d8e50b9d0a2398e0565ba3e4b37dd98ffb3f97bdd',
  'release-0.1-closing.jsonl': 'ec7473f02643d339f60884c31ec9593a447271a710846778ccc98c55c099fe7f',
  'release-0.2-news-and-rooms.jsonl': 'f8613e43881e7c4ff0092f825a5bae8f5768f38fdb65421212c854b08e3f8e64',
  'release-0.2-worked-lines.jsonl': '9ec7fee9aeb652cbdc5e69c9d44b0d24ea3eecdb4be7b796e3792c68dea5a785',
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
