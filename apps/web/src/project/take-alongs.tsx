import type { ProjectorView } from '@evenkeel/classroom/view'
import { words } from '../words/en.ts'
import look from './take-alongs.module.css'

const told = words.project
/** More than these can't be read from the back of a room. */
const MOST = 8

/** What people share of what they take along: without names. */
export function TakeAlongs({ shared }: { shared: NonNullable<ProjectorView['takeAlongs']> }) {
  const said = shared.flatMap(({ keep, tryOut }) => [
    ...(keep === '' ? [] : [{ kind: told.keep, text: keep }]),
    ...(tryOut === '' ? [] : [{ kind: told.tryOut, text: tryOut }]),
  ])
  const shown = said.slice(0, MOST)
  return (
    <main className={look.wall}>
      <h1 className={look.title}>{told.takeAlongs}</h1>
      {said.length === 0 && <p className={look.text}>{told.noTakeAlongs}</p>}
      <ul className={look.list}>
        {shown.map(({ kind, text }) => (
          <li key={`${kind} ${text}`}>
            <span className={look.kind}>{kind}</span>
            <q dir="auto">{text}</q>
          </li>
        ))}
      </ul>
      {said.length > MOST && <p className={look.text}>{told.more(said.length - MOST)}</p>}
    </main>
  )
}
