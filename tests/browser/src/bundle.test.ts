import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rubricIn } from '@evenkeel/playbook'
import { loadCards } from '@evenkeel/playbook/cards'
import { expect, test } from 'vitest'
import { words } from '../../../apps/web/src/words/en.ts'
import { repositoryRoot } from './harness/repository-root.ts'

const OUT = fileURLToPath(new URL('apps/web/out', repositoryRoot))
/** The pages that a phone loads in a classroom's network, with their limit in KB. */
const LIMITS: Readonly<Record<string, number>> = { '/': 200, '/play/': 200, '/remote/': 200 }
/** Shorter texts may stand in a page by chance. */
const TELLING = 24

const files = readdirSync(OUT, { recursive: true, encoding: 'utf8' })
const built = files
  .filter(file => /\.(js|html|txt|css|json)$/.test(file))
  .map(file => ({ file, text: readFileSync(join(OUT, file), 'utf8') }))

const filesWith = (sentence: string): string[] =>
  built.filter(({ text }) => text.includes(sentence)).map(({ file }) => file)

/** Every text inside of a part of a card. */
const textsIn = (part: unknown): string[] => {
  if (typeof part === 'string') return [part]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : []
}

/** The longest stretch that looks the same in every way of writing a string into a program. */
const telling = (text: string): string =>
  text.split(/[^\w ,.;:?!-]+/).reduce((longest, each) => (each.length > longest.length ? each : longest), '')

test('no page and no script has a word of what only one seat may read', async () => {
  const cards = await loadCards()
  expect(cards.length).toBeGreaterThan(10)
  const found: string[] = []
  for (const { card } of cards) {
    const secrets = textsIn([card.customer, card.officer, card.twists, card.debrief])
    const sentences = secrets.map(telling).filter(({ length }) => length >= TELLING)
    expect(sentences.length, card.id).toBeGreaterThan(20)
    for (const sentence of sentences) {
      for (const file of filesWith(sentence)) found.push(`${card.id}: “${sentence}” is in ${file}`)
    }
  }
  expect(found).toEqual([])
  // The same search finds what is there.
  expect(filesWith(telling(words.play.waitingNext)).length).toBeGreaterThan(0)
})

test('no page loads Spanish first: a Spanish class fetches its words', () => {
  const { items } = rubricIn('es')
  const first = built
    .filter(({ file }) => file.endsWith('index.html'))
    .flatMap(({ text }) => [...text.matchAll(/<script [^>]*src="\/([^"]+)"/g)].map(([, script]) => script))
  expect(first.length).toBeGreaterThan(10)
  for (const { title } of items) {
    const found = filesWith(title)
    expect(found.length, title).toBeGreaterThan(0)
    expect(
      found.filter(file => first.includes(file)),
      title,
    ).toEqual([])
  }
})

test('what a page loads first is small enough for a classroom’s network', () => {
  const packed = (script: string) => gzipSync(readFileSync(join(OUT, script)), { level: 9 }).length / 1_024
  const pages = built.filter(({ file }) => file.endsWith('index.html') && !file.startsWith('_'))
  const sizes = pages.map(({ file, text }) => {
    const tags = text.match(/<script [^>]*src="[^"]+"[^>]*>/g) ?? []
    const needed = tags.filter(tag => !/ nomodule/i.test(tag))
    const scripts = new Set(needed.map(tag => /src="([^"]+)"/.exec(tag)?.[1] ?? ''))
    const size = [...scripts].reduce((sum, script) => sum + packed(script), 0)
    return { page: `/${file.replace('index.html', '')}`, size }
  })
  for (const { page, size } of sizes) {
    const limit = LIMITS[page]
    console.log(`${page} loads ${size.toFixed(0)} KB of script${limit ? `, limit ${limit}` : ''}`)
  }
  expect(sizes.map(({ page }) => page)).toEqual(expect.arrayContaining(Object.keys(LIMITS)))
  for (const { page, size } of sizes) expect(size, page).toBeLessThanOrEqual(LIMITS[page] ?? 250)
})
