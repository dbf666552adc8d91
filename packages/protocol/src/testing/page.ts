import { readFileSync } from 'node:fs'

const repository = new URL('../../../../', import.meta.url)
export const readSource = (path: string): string => readFileSync(new URL(path, repository), 'utf8')

export const page = readSource('docs/PROTOCOL.md')

/** The cells of the table whose first column's head is this, without its head; ticks and escapes taken off. */
export function table(firstHead: string): string[][] {
  const lines = page.split('\n')
  const head = lines.findIndex(
    (line, at) => line.startsWith(`| ${firstHead} |`) && lines[at + 1]?.startsWith('| ---'),
  )
  if (head === -1) throw new Error(`PROTOCOL.md has no table that begins with ${firstHead}`)
  const rest = lines.slice(head + 2)
  const end = rest.findIndex(line => !line.startsWith('|'))
  return rest.slice(0, end).map(line => {
    const cells = line.split(/(?<!\\)\|/).slice(1, -1)
    return cells.map(cell =>
      cell
        .trim()
        .replace(/^`(.*)`$/, '$1')
        .replaceAll('\\|', '|'),
    )
  })
}

/** `place: Place; ago?: Ago` as `['ago?', 'place']`. */
export const fieldNames = (cell: string): string[] =>
  cell
    .split(';')
    .flatMap(part => /^\s*(\w+\??):/.exec(part)?.[1] ?? [])
    .sort()

/** Fenced blocks of this kind: what stands behind the kind on the fence's line, and the text. */
export function blocks(kind: string): { readonly name: string; readonly text: string }[] {
  const found = page.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)
  return [...found].flatMap(([, known, name = '', text = '']) => (known === kind ? [{ name, text }] : []))
}
