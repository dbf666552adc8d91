import { type CST, Parser } from 'yaml'

/** A card has at most five levels of parts, two tokens each. */
const depthLimit = 24

/**
 * Whether the syntax tree of YAML text is deeper than a card's. The layout check bounds what is well laid out; this one
 * finds what nests by errors alone, such as a sentence over many lines with colons in it. Walked with a list of
 * its own instead of calls, because the composer, which comes next, calls itself for each level.
 */
export function nestsTooDeep(source: string): boolean {
  const waiting: { token: CST.Token; depth: number }[] = []
  for (const token of new Parser().parse(source)) waiting.push({ token, depth: 0 })
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next
    if (depth > depthLimit) return true
    for (const inner of within(token)) waiting.push({ token: inner, depth: depth + 1 })
  }
  return false
}

function within(token: CST.Token): CST.Token[] {
  const inner: CST.Token[] = []
  if ('value' in token && token.value !== undefined) inner.push(token.value)
  if ('items' in token)
    for (const item of token.items) {
      if (item.key) inner.push(item.key)
      if (item.value) inner.push(item.value)
    }
  return inner
}
