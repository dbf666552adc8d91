import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** All sources that a module pulls in, with the packages at the ends. */
function reach(file: string, seen = new Set<string>(), { types = true } = {}): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const source = readFileSync(new URL(file, import.meta.url), 'utf8')
  const counted = types ? source : source.replace(/^(?:import|export) type [^']*'[^']+'$/gm, '')
  for (const [, target] of counted.matchAll(/(?:from|import) '([^']+)'/g)) {
    if (target === undefined) continue
    if (target.startsWith('./')) reach(target, seen, { types })
    else seen.add(target)
  }
  return seen
}

test('what a browser imports reaches neither node, nor the YAML parser, nor the cards', () => {
  const reached = reach('./index.ts')
  expect([...reached].filter(each => !each.startsWith('./'))).toEqual(['zod'])
  expect(reached).not.toContain('./cards.ts')
  expect(reach('./cards.ts')).toContain('node:fs')
})

test('what a card is written with in a browser reaches no schema either', () => {
  const reached = reach('./writing.ts', new Set(), { types: false })
  expect([...reached].filter(each => !each.startsWith('./'))).toEqual([])
})
