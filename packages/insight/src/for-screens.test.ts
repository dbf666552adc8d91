import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What a file and everything it reaches brings at run time: relative files are followed, packages are named. */
function brings(file: URL, seen = new Set<string>(), packages = new Set<string>()): Set<string> {
  if (seen.has(file.href)) return packages
  seen.add(file.href)
  const text = readFileSync(file, 'utf8')
  for (const [, what = '', from = ''] of text.matchAll(/^(?:import|export) ([^;]*?) from '([^']+)'/gm)) {
    if (/^type [{*]/.test(what)) continue
    if (from.startsWith('.')) brings(new URL(from, file), seen, packages)
    else packages.add(from)
  }
  return packages
}

test('What a screen reads of a scene brings no schema, no card and no rule', () => {
  const packages = brings(new URL('./for-screens.ts', import.meta.url))
  expect([...packages]).toEqual(['@evenkeel/playbook/words'])
})
