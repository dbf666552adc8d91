import { Buffer } from 'node:buffer'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Card } from './card.ts'
import { nestsTooDeep } from './card-depth.ts'
import { layoutProblem } from './card-layout.ts'
import { type CardPath, checkCard } from './check-card.ts'
import { contentHash } from './content-hash.ts'

/** Bytes. A full card is about 6 KB; anything near this is not a card. Checked before a byte is parsed. */
export const cardFileLimit = 64 * 1024

/** Aliases, each counted with all that it repeats when laid out. */
const aliasLimit = 20

/** Problems told of one file. Beyond these the file is no card at all. */
const problemLimit = 50

export type FileProblem = {
  readonly file: string
  readonly line: number | undefined
  readonly field: string | undefined
  /** The whole sentence, with file, line and field in it. */
  readonly say: string
}

export type LoadedCard = { readonly card: Card; readonly hash: string; readonly file: string }

export type CardFile =
  | ({ readonly ok: true; readonly idLine: number | undefined } & LoadedCard)
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** The content hash of a card: first 32 hex characters of the sha-256 of its canonical JSON. */
export function cardHash(card: Card): string {
  return contentHash(card)
}

/** Reads one card from the bytes of an untrusted YAML file. `file` is only the name used in problems. */
export function readCardFile(file: string, bytes: Uint8Array): CardFile {
  if (bytes.byteLength > cardFileLimit) return refuse(file, tooLarge(bytes.byteLength))
  const source = decode(bytes)
  if (source === undefined) return refuse(file, 'is not UTF-8 text')
  return readCardText(file, source)
}

/** Reads one card from untrusted YAML text, which begins on line `firstLine` of its file. */
export function readCardText(file: string, source: string, firstLine = 1): CardFile {
  const size = Buffer.byteLength(source)
  if (size > cardFileLimit) return refuse(file, tooLarge(size), firstLine === 1 ? undefined : firstLine)
  const before = firstLine - 1
  const layout = layoutProblem(source)
  if (layout !== undefined) return refuse(file, layout.say, layout.line + before)
  const lines = new LineCounter()
  try {
    if (nestsTooDeep(source))
      return refuse(file, 'nests its parts deeper than a card does', before === 0 ? undefined : firstLine)
    return readCard(file, source, at => lineAt(lines, at, before), lines)
  } catch (error) {
    // Laying out aliases throws: on one without an anchor, on too many, on an exhausted stack.
    if (error instanceof ReferenceError && error.message.startsWith('Unresolved alias'))
      return refuse(
        file,
        'cannot be read as YAML: an alias has no anchor before it',
        before === 0 ? undefined : firstLine,
      )
    return refuse(
      file,
      'repeats or nests its parts too much to be a card',
      before === 0 ? undefined : firstLine,
    )
  }
}

export function tooLarge(size: number): string {
  return `is too large: ${size} bytes, and a card may have at most ${cardFileLimit}`
}

/** The line of the file at an offset in the text. */
type LineAt = (offset: number) => number | undefined

function readCard(file: string, source: string, lineOfOffset: LineAt, lines: LineCounter): CardFile {
  const document = parseDocument(source, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    lineCounter: lines,
    prettyErrors: false,
  })
  const broken = [...document.errors, ...document.warnings]
  if (broken.length > 0)
    return {
      ok: false,
      problems: broken
        .slice(0, problemLimit)
        .map(each => problem(file, inWords(each), lineOfOffset(each.pos[0]))),
    }
  const checked = checkCard(document.toJS({ maxAliasCount: aliasLimit }))
  if (!checked.ok)
    return {
      ok: false,
      problems: checked.problems
        .slice(0, problemLimit)
        .map(each => problem(file, each.say, lineOf(document, lineOfOffset, each.path), each.field)),
    }
  return {
    ok: true,
    file,
    card: checked.card,
    hash: cardHash(checked.card),
    idLine: lineOf(document, lineOfOffset, ['id']),
  }
}

export function problem(file: string, say: string, line?: number, field?: string): FileProblem {
  const where = line === undefined ? file : `${file}, line ${line}`
  return { file, line, field, say: field === undefined ? `${where} ${say}.` : `${where}: ${field} ${say}.` }
}

export function refuse(file: string, say: string, line?: number): CardFile {
  return { ok: false, problems: [problem(file, say, line)] }
}

function inWords(error: { code: string; message: string }): string {
  if (error.code === 'MULTIPLE_DOCS') return 'holds more than one card: write one card in each file'
  return `cannot be read as YAML: ${error.message.slice(0, 160)}`.replace(/\.$/, '')
}

export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function lineAt(lines: LineCounter, offset: number, before: number): number | undefined {
  const { line } = lines.linePos(offset)
  return line > 0 ? line + before : undefined
}

/** The line of a field, or of the nearest thing around it that is there. */
function lineOf(document: Document, lineOfOffset: LineAt, path: CardPath): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  const last = path.at(-1)
  if (isMap(parent)) {
    const key = parent.items.find(pair => isScalar(pair.key) && pair.key.value === last)?.key
    if (isScalar(key) && key.range) return lineOfOffset(key.range[0])
  }
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  if (isNode(node) && node.range) return lineOfOffset(node.range[0])
  return path.length === 0 ? undefined : lineOf(document, lineOfOffset, path.slice(0, -1))
}
