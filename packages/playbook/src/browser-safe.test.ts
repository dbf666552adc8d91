import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** All sources that a module pulls in, with the packages at the ends. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const source = readFileSync(new URL(file, import.meta.url), 'utf8')
  for (const [, target] of source.matchAll(/(?:from|import) '([^']+)'/g)) {
    if (target === undefined) continue
    if (target.startsWith('./')) reach(target, seen)
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
