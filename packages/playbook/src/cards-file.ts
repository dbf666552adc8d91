import { decode, type FileProblem, type LoadedCard, problem, readCardText } from './card-file.ts'

/** A card of a file, with the line on which its id stands. */
export type CardOfFile = LoadedCard & { readonly idLine: number | undefined }

export type CardsFile =
  | { readonly ok: true; readonly cards: readonly CardOfFile[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** After so many nothing more is read: whoever mends these finds the rest. */
const enoughProblems = 50

/** Cards in one file. Beyond these it is no file that people exchange. */
const mostCards = 200

/**
 * Reads untrusted YAML text or bytes with one card or several, `---` between them. In YAML a line that begins with `---`
 * always ends what was before, also inside of a text, so the cards are cut apart first and each is read by itself, within
 * the bounds of one card. Gives back control after each card: `pause` is awaited.
 */
export async function readCardsFile(
  file: string,
  source: string | Uint8Array,
  pause: () => Promise<void> = async () => {},
): Promise<CardsFile> {
  const text = typeof source === 'string' ? source : decode(source)
  if (text === undefined) return { ok: false, problems: [problem(file, 'is not UTF-8 text')] }
  const pieces = cut(text)
  if (pieces.length > mostCards)
    return { ok: false, problems: [problem(file, `holds more than ${mostCards} cards`)] }
  const cards: CardOfFile[] = []
  const problems: FileProblem[] = []
  for (const { source, firstLine } of pieces) {
    const read = readCardText(file, source, firstLine)
    if (read.ok) cards.push({ card: read.card, hash: read.hash, file, idLine: read.idLine })
    else problems.push(...read.problems)
    await pause()
    if (problems.length >= enoughProblems) break
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, cards }
}

type Piece = { readonly source: string; readonly firstLine: number }

/** One piece at least, so that an empty file is told what it lacks. */
function cut(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let lines: string[] = []
  let firstLine = 1
  const end = (next: number) => {
    if (lines.some(line => /[^\s]/.test(line.replace(/^(---|\s*#.*)/, ''))))
      pieces.push({ source: `${lines.join('\n')}\n`, firstLine })
    lines = []
    firstLine = next
  }
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (/^---(?=\s|$)/.test(line)) end(index + 1)
    lines.push(line)
  }
  end(1)
  return pieces.length === 0 ? [{ source: '', firstLine: 1 }] : pieces
}
