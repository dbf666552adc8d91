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
  'release-0.1-class-1.jsonl': 'c9abc29cc9aa5b07e513645f8afd5e646595266909da35bc36e6123b817f0d9f',
  'release-0.1-class-2.jsonl': '6f9728eefa64d6d0cc1c5ea875f4c929baebce78f6371c071f73ac18a7f0e9b1',
}

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
  expect(Object.keys(EVENT_VERSIONS).filter(type => !types.has(type as ClassEvent['type']))).toEqual([])
})
