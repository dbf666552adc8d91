import { CST, Lexer } from 'yaml'

/** Brackets open at once, and colons between two commas inside them. A card needs one of each. */
const insideLimit = 4

/** Dashes and colons in one line outside brackets. A card needs a dash and a colon. */
const lineLimit = 4

/** The column after which no dash or colon may open another block. A card stays below 30. */
const columnLimit = 64

/** Anchors and aliases together, each counted where it stands: enough for a few repeated lines. */
const aliasLimit = 20

export type LayoutProblem = { readonly line: number; readonly say: string }

const deep = 'nests its parts deeper than a card does'

/**
 * What in the layout of YAML text no card needs and an attacker does: tags, directives, `?` keys, depth, many aliases.
 * Looked at before parsing, on the flat list of tokens, because the parser is at risk from all of them. It calls
 * itself for each level, and thousands of levels do not just throw, they can end the process (V8 dies when it
 * compiles a regular expression on a full stack); it walks the document for each alias, which took minutes for
 * 24 KB. Written against what the parser does with errors too: it nests by misplaced marks before it reports them.
 */
export function layoutProblem(source: string): LayoutProblem | undefined {
  let line = 1
  let column = 0
  let marks = 0
  let open = 0
  let aliases = 0
  for (const token of new Lexer().lex(source)) {
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
        marks = 0
        if (open > insideLimit) return { line, say: deep }
        break
      case 'flow-map-end':
      case 'flow-seq-end':
        open = Math.max(0, open - 1)
        break
      case 'comma':
        marks = 0
        break
      case 'seq-item-ind':
      case 'map-value-ind':
        marks += 1
        if (open > 0 ? marks > insideLimit : marks > lineLimit || column > columnLimit)
          return { line, say: deep }
        break
    }
    const lastBreak = token.lastIndexOf('\n')
    column = lastBreak === -1 ? column + token.length : token.length - lastBreak - 1
    if (lastBreak === -1) continue
    line += token.split('\n').length - 1
    if (open === 0) marks = 0
  }
  return undefined
}
