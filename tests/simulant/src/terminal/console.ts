import { createInterface, type Interface } from 'node:readline'
import { paint, type Row, row, wantsColours } from './row.ts'

/** A terminal, or a pipe that stands for one. Rows are printed above what is being typed. */
export interface Console {
  print(rows: readonly Row[]): void
  /** As they are: already laid out. */
  printPlain(rows: readonly string[]): void
  readonly width: number
  /** Calls for each line in order, each after the one before is done. Resolves when the input ends or Ctrl+C is pressed. */
  eachLine(take: (line: string) => Promise<boolean>): Promise<void>
  close(): void
}

export function openConsole(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  noColour: string | undefined,
): Console {
  const colours = wantsColours(output.isTTY, noColour)
  const interactive = input.isTTY === true && output.isTTY === true
  const reader: Interface = createInterface({ input, terminal: interactive, ...(interactive && { output }) })
  const write = (text: string) => {
    if (interactive) output.write('\r\x1b[K')
    output.write(`${text}\n`)
    if (interactive) reader.prompt(true)
  }
  const print = (rows: readonly Row[]) => {
    if (rows.length > 0) write(rows.map(each => paint(each, colours)).join('\n'))
  }
  return {
    print,
    printPlain: rows => {
      if (rows.length > 0) print(rows.map(text => row(text)))
    },
    width: output.columns ?? 80,
    eachLine: take =>
      new Promise(resolve => {
        let taking = Promise.resolve()
        reader.on('line', line => {
          taking = taking.then(async () => {
            if (!(await take(line))) resolve()
          })
        })
        reader.on('SIGINT', resolve)
        reader.on('close', () => void taking.then(resolve))
        if (interactive) reader.prompt()
      }),
    close: () => reader.close(),
  }
}
