export interface RosterPerson {
  readonly name: string
  readonly staffNumber?: string
}

/** How many a class takes. */
export const MOST_ON_ROSTER = 200

const NAME_HEADS: ReadonlySet<string> = new Set(['name', 'names', 'full name', 'person', 'participant'])
const NUMBER_HEADS: ReadonlySet<string> = new Set([
  'staff number',
  'staff no',
  'staff no.',
  'number',
  'id',
  'employee id',
  'personnel number',
])

/**
 * People from pasted text or a CSV file: a line each, a name and perhaps a staff number behind a comma, semicolon or tab.
 * Quotes as in CSV. A first line with the words for these columns says which is which. Empty lines count nothing.
 */
export function parseRoster(text: string): readonly RosterPerson[] {
  const rows = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map(line => cellsOf(line))
    .filter(cells => cells.some(cell => cell !== ''))
  const [head = []] = rows
  const named = head.map(cell => cell.toLowerCase())
  const nameAt = named.findIndex(cell => NAME_HEADS.has(cell))
  const headed = nameAt >= 0
  const numberAt = headed ? named.findIndex(cell => NUMBER_HEADS.has(cell)) : 1
  return (headed ? rows.slice(1) : rows).flatMap(cells => {
    const name = cells[headed ? nameAt : 0] ?? ''
    const staffNumber = numberAt < 0 ? '' : (cells[numberAt] ?? '')
    return name === '' ? [] : [{ name, ...(staffNumber !== '' && { staffNumber }) }]
  })
}

/** What parts the cells of a line is a tab, else a semicolon, else a comma, outside quotes; a quote in quotes is doubled. */
function cellsOf(line: string): readonly string[] {
  const mark = markIn(line)
  const cells: string[] = []
  let cell = ''
  let blank = true
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at)
    if (quoted && letter === '"' && line.charAt(at + 1) === '"') {
      cell += '"'
      at++
    } else if (letter === '"' && (quoted || blank)) quoted = !quoted
    else if (letter === mark && !quoted) {
      cells.push(cell.trim())
      cell = ''
      blank = true
    } else {
      cell += letter
      blank &&= letter.trim() === ''
    }
  }
  return [...cells, cell.trim()]
}

/** Quotes that never end are letters like others, and so is what stands behind them. */
function markIn(line: string): string {
  const parts = line.split('"')
  const bare = parts.length % 2 === 0 ? line : parts.filter((_, index) => index % 2 === 0).join('')
  return ['\t', ';', ','].find(each => bare.includes(each)) ?? ','
}

const same = (name: string): string => name.normalize('NFKC').toLowerCase()

/** Whom the roster has and the class has not (yet): each name as often as it is expected more than it is here. */
export function notCome(expected: readonly RosterPerson[], here: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const name of here) left.set(same(name), (left.get(same(name)) ?? 0) + 1)
  return expected.flatMap(({ name }) => {
    const count = left.get(same(name)) ?? 0
    if (count > 0) left.set(same(name), count - 1)
    return count > 0 ? [] : [name]
  })
}
