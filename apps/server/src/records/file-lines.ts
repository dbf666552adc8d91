/** Longer than any event: a card with its brief has about 10 KB. */
const LONGEST_LINE = 512 * 1024

/** A line that can't be taken in. */
export class BadLine extends Error {}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadLine('This line is no JSON.')
  }
}

/** Text lines without their ends. An unfinished last line is given too: it is a truncated file, and says so later. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch {
      throw new BadLine('This file is no text in UTF-8.')
    }
  }
  for await (const chunk of chunks) {
    const parts = (rest + decode(chunk)).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) yield line
    if (rest.length > LONGEST_LINE) throw new BadLine('The line after this one is too long.')
  }
  rest += decode()
  if (rest !== '') yield rest
}
