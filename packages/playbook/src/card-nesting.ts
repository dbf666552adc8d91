import { CST, Lexer } from 'yaml'

/** Brackets open at once, and colons between two commas inside them. A card needs one of each. */
const insideLimit = 4

/** Dashes and colons in one line outside brackets. A card needs a dash and a colon. */
const lineLimit = 4

/** The column after which no dash or colon may open another block. A card stays below 30. */
const columnLimit = 64

/**
 * The line (from 1) at which YAML text nests deeper than a card can, or uses a `?` key, which cards never do.
 * Looked at before parsing, on the flat list of tokens: the parser calls itself for each level, and thousands of
 * levels do not just throw, they can end the process (V8 dies when it compiles a regular expression on a full
 * stack). Written against what the parser does with errors too: it nests by misplaced marks before it reports them.
 */
export function tooDeepAt(source: string): number | undefined {
  let line = 1
  let column = 0
  let marks = 0
  let open = 0
  for (const token of new Lexer().lex(source)) {
    switch (CST.tokenType(token)) {
      case 'explicit-key-ind':
        return line
      case 'flow-map-start':
      case 'flow-seq-start':
        open += 1
        marks = 0
        if (open > insideLimit) return line
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
        if (open > 0 ? marks > insideLimit : marks > lineLimit || column > columnLimit) return line
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
