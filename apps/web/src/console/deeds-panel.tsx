import type { ConsoleView } from '@evenkeel/classroom/view'
import { Panel } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './deeds-panel.module.css'

const say = words.console.deeds

interface DeedsProps {
  view: ConsoleView
  names: Readonly<Record<string, string>>
}

/** What instructors did last, newest first; only where more than one of them does anything. */
export function DeedsPanel({ view, names }: DeedsProps) {
  const { deeds } = view
  if (new Set(deeds.map(({ by }) => by)).size < 2) return null
  return (
    <Panel>
      <details>
        <summary>{say.title}</summary>
        <ol className={look.list}>
          {deeds.toReversed().map(deed => (
            <li key={`${deed.at} ${deed.by} ${deed.what} ${deed.spots.join()}`}>
              <time dateTime={new Date(deed.at).toISOString()}>{hourText(deed.at)}</time>
              <span>
                <bdi className={look.who}>{names[deed.by] ?? deed.by}</bdi> <span>{say.did[deed.what]}</span>{' '}
                {deed.person !== null && <bdi className={look.who}>{names[deed.person] ?? deed.person}</bdi>}{' '}
                {deed.to !== null && <span>{words.console.phases[deed.to]}</span>}{' '}
                <span>{say.at(deed.spots)}</span>
              </span>
            </li>
          ))}
        </ol>
      </details>
    </Panel>
  )
}

const hourText = (at: number): string =>
  new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
