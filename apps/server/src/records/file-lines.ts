/** Longer than any event: a card with its brief has about 10 KB. */
const LONGEST_LINE = 512 * 1024
const END_OF_LINE = 10
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A line that can't be taken in. */
export class BadLine extends Error {}

/** A line as it stands in a file, without its end. */
export class FileLine {
  readonly bytes: Uint8Array
  /** The file is over with it, and no end of line stands behind it. */
  readonly last: boolean

  constructor(bytes: Uint8Array, last: boolean) {
    this.bytes = bytes
    this.last = last
  }

  /** Throws BadLine. */
  json(): unknown {
    let text: string
    try {
      text = utf8.decode(this.bytes)
    } catch {
      throw this.#isNo('This line is no text in UTF-8.')
    }
    try {
      return JSON.parse(text)
    } catch {
      throw this.#isNo('This line is no JSON.')
    }
  }

  /** Half a line is no JSON, and is told as what it is. */
  #isNo(why: string): BadLine {
    return new BadLine(this.last ? `${why} The file ends in it: a part may be missing.` : why)
  }
}

/**
 * The lines of a file. An unfinished last one is given too: it is a truncated file, and says so. Every byte is looked at and
 * copied once, in however small pieces the file comes.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  join: (pieces: readonly Uint8Array[]) => Uint8Array = pieces => Buffer.concat(pieces),
): AsyncGenerator<FileLine> {
  let pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(END_OF_LINE); end >= 0; end = chunk.indexOf(END_OF_LINE, from)) {
      yield new FileLine(join([...pieces, chunk.subarray(from, end)]), false)
      pieces = []
      length = 0
      from = end + 1
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > LONGEST_LINE) throw new BadLine('The line after this one is too long.')
  }
  if (length > 0) yield new FileLine(join(pieces), true)
}
