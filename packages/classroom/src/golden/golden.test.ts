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
  'release-0.1-class-1.jsonl': '16d68aaa4ee4ee4771704dfb915363f0670d5855c6fc6a93d65a231f431105c8',
  'release-0.1-class-2.jsonl': 'c14d0b0843cb4cf265cf461180b9eed7a23e0f99948358e490c707dcc378914f',
  'release-0.1-closing.jsonl': '882ed7e50a1e2f65b56cdd733596693669564aafdf4b9f0159d53f3b1ccfca6f',
}

/** Kinds of event that no release has written yet; the next one's journals hold them and this list is empty again. */
const UNRELEASED: ReadonlySet<string> = new Set(['Announced', 'RoomOpened'])

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
