import { words } from '../words/en.ts'
import look from './take-alongs.module.css'

const told = words.project
/** More characters than these need a smaller size to stand on one wall. */
const MUCH = 700

/** Lines that worked in this class: the words alone. */
export function WorkedLines({ lines }: { lines: readonly string[] }) {
  const much = lines.join('').length > MUCH
  return (
    <main className={look.wall}>
      <h1 className={look.title}>{told.worked}</h1>
      {lines.length === 0 && <p className={look.text}>{told.noWorked}</p>}
      <ul className={look.list} data-much={much || undefined}>
        {lines.map(line => (
          <li key={line}>
            <q dir="auto">{line}</q>
          </li>
        ))}
      </ul>
    </main>
  )
}
