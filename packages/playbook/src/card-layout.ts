import { CST, Lexer } from 'yaml'

/** Brackets open at once. A card needs one. */
const bracketLimit = 4

/** The column after which no dash or colon may open another block. A card stays below 30. */
const columnLimit = 64

/** Tokens of the text: words, signs and spaces. The cards that ship have under 800; the parser's cost grows with their square. */
const tokenLimit = 8_000

/** Anchors and aliases together, each counted where it stands: enough for a few repeated lines. */
const aliasLimit = 20

export type LayoutProblem = { readonly line: number; readonly say: string }

const deep = 'nests its parts deeper than a card does'

/** The slip that people make most: a sentence with a colon in it. The parser nests by it before it complains. */
const secondColon = 'has a second colon: put quotation marks around the sentence'

/**
 * What in the layout of YAML text no card needs and an attacker does: tags, directives, `?` keys, depth, many aliases.
 * Looked at before parsing, on the flat list of tokens, because the parser is at risk from all of them. It calls
 * itself for each level, and thousands of levels do not just throw, they can end the process (V8 dies when it
 * compiles a regular expression on a full stack); it walks the document for each alias, which took minutes for 24 KB.
 */
export function layoutProblem(source: string): LayoutProblem | undefined {
  const strayReturn = source.search(/\r(?!\n)/)
  if (strayReturn !== -1)
    return {
      line: source.slice(0, strayReturn).split('\n').length,
      say: 'has a carriage return inside a line',
    }
  let line = 1
  let column = 0
  let colons = 0
  let open = 0
  let aliases = 0
  let tokens = 0
  for (const token of new Lexer().lex(source)) {
    tokens += 1
    if (tokens > tokenLimit) return { line, say: 'has more parts than a card' }
    switch (CST.tokenType(token)) {
      case 'tag':
        return { line, say: `has a tag (${token.slice(0, 40)}), and cards may not use tags` }
      case 'directive-line':
        return { line, say: 'has a YAML directive, and cards may not use them' }
      case 'explicit-key-ind':
        return { line, say: deep }
      case 'anchor':
      case 'alias':
        aliases += 1
        if (aliases > aliasLimit) return { line, say: 'repeats its parts (by * and &) more than a card may' }
        break
      case 'flow-map-start':
      case 'flow-seq-start':
        open += 1
        colons = 0
        if (open > bracketLimit) return { line, say: deep }
        break
      case 'flow-map-end':
      case 'flow-seq-end':
        open = Math.max(0, open - 1)
        break
      case 'comma':
        colons = 0
        break
      case 'seq-item-ind':
        if (open > 0 || column > columnLimit) return { line, say: deep }
        break
      case 'map-value-ind':
        colons += 1
        if (colons > 1) return { line, say: secondColon }
        if (open === 0 && column > columnLimit) return { line, say: deep }
        break
    }
    const lastBreak = token.lastIndexOf('\n')
    column = lastBreak === -1 ? column + token.length : token.length - lastBreak - 1
    if (lastBreak === -1) continue
    line += token.split('\n').length - 1
    if (open === 0) colons = 0
  }
  return undefined
}
