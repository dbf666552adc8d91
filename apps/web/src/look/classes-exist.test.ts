import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const SOURCES = join(import.meta.dirname, '..')
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).map(file => join(SOURCES, file))

/** The classes that a style sheet gives a look. Declarations are cut away first: `.35rem` is no class. */
function defined(sheet: string): Set<string> {
  const selectors = readFileSync(sheet, 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\{[^{}]*\}/g, '{}')
  return new Set(Array.from(selectors.matchAll(/\.([a-zA-Z]\w*)/g), ([, name]) => name ?? ''))
}

interface Uses {
  /** Asked for by name, as in `look.tile`. */
  readonly named: Set<string>
  /** Somewhere a class is chosen by a value, as in `look[kind]`: then any may be meant. */
  computed: boolean
}

/** What the components ask of each style sheet. */
function used(): Map<string, Uses> {
  const all = new Map<string, Uses>()
  for (const file of files.filter(name => name.endsWith('.tsx'))) {
    const text = readFileSync(file, 'utf8')
    for (const [, name, address] of text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
      const sheet = join(dirname(file), address ?? '')
      const uses = all.get(sheet) ?? { named: new Set(), computed: false }
      const body = text.replaceAll(/^(import|\} from) .*$/gm, '')
      for (const [, each] of body.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))) uses.named.add(each ?? '')
      uses.computed ||= body.includes(`${name}[`)
      all.set(sheet, uses)
    }
  }
  return all
}

describe('a class name is checked by no compiler, so here', () => {
  const uses = used()

  test.each(files.filter(name => name.endsWith('.module.css')))('%s', sheet => {
    const asked = uses.get(sheet) ?? { named: new Set(), computed: false }
    const given = defined(sheet)
    expect([...asked.named].filter(name => !given.has(name))).toEqual([])
    if (!asked.computed) expect([...given].filter(name => !asked.named.has(name))).toEqual([])
  })
})
