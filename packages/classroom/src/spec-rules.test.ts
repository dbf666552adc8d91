import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../../', import.meta.url)
const NOT_OURS = new Set(['node_modules', 'dist', 'out', '.next', '.turbo', '.reports', '.git', 'data'])

function* filesBelow(folder: URL): Generator<URL> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name)) continue
    const url = new URL(`${entry.name}${entry.isDirectory() ? '/' : ''}`, folder)
    if (entry.isDirectory()) yield* filesBelow(url)
    else yield url
  }
}

/** Tests, and suites that tests run: contracts of stores and properties. */
const isTest = (path: string) => /\.test\.tsx?$|-contract\.ts$|\/src\/properties\/|^tests\//.test(path)

/** The stores of people, records and claims number their own promises; they stand in ADR 0002. */
const hasOwnNumbers = (path: string) =>
  path.startsWith('apps/server/src/people/') ||
  path === 'apps/server/src/claims/claims-contract.ts' ||
  path === 'apps/server/src/records/records-contract.ts'

const spec = readFileSync(new URL('docs/SPEC.md', root), 'utf8')
const rules = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, rule]) => rule ?? '')

/** Rule by rule the test files that quote it: `[R3]`, or `[J1-J12]` for all from one to the other. */
const quotes = new Map<string, string[]>()
for (const folder of ['apps/', 'packages/', 'tests/']) {
  for (const url of filesBelow(new URL(folder, root))) {
    const path = url.pathname.slice(root.pathname.length)
    if (!/\.tsx?$/.test(path) || !isTest(path) || hasOwnNumbers(path)) continue
    const text = readFileSync(url, 'utf8')
    for (const [, group = '', from, upto = from] of text.matchAll(/\[([A-Z])(\d+)(?:-[A-Z]?(\d+))?\]/g)) {
      for (let number = Number(from); number <= Number(upto); number++) {
        quotes.set(`${group}${number}`, [...(quotes.get(`${group}${number}`) ?? []), path])
      }
    }
  }
}

describe('the rules of SPEC.md', () => {
  test('are numbered without a gap in each group, and none twice', () => {
    const groups = new Set(rules.map(rule => rule.slice(0, 1)))
    expect([...groups]).toEqual(['C', 'P', 'R', 'S', 'M', 'G', 'V', 'A', 'D', 'X', 'J', 'I', 'B', 'K', 'L'])
    for (const group of groups) {
      const numbers = rules.filter(rule => rule.startsWith(group)).map(rule => Number(rule.slice(1)))
      expect(numbers, group).toEqual(numbers.map((_, index) => index + 1))
    }
  })

  test('are each quoted by at least one test', () => {
    expect(rules.filter(rule => !quotes.has(rule))).toEqual([])
  })

  test('are all that tests quote', () => {
    const unknown = [...quotes].filter(([rule]) => !rules.includes(rule))
    expect(unknown.map(([rule, paths]) => `${rule} in ${[...new Set(paths)].join(', ')}`)).toEqual([])
  })
})
