'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { words } from '../words/en.ts'
import { cardsStates } from './cards-states.tsx'
import { consoleStates } from './console-states.tsx'
import { debriefStates } from './debrief-states.tsx'
import look from './gallery.module.css'
import { joinStates } from './join-states.tsx'
import { playStates } from './play-states.tsx'
import { projectStates } from './project-states.tsx'
import { recordsStates } from './records-states.tsx'
import { remoteStates } from './remote-states.tsx'
import { idOf, type Shown } from './shown.ts'

/** Every area adds its list here. */
const all: readonly Shown[] = [
  ...consoleStates,
  ...joinStates,
  ...playStates,
  ...projectStates,
  ...debriefStates,
  ...cardsStates,
  ...recordsStates,
  ...remoteStates,
]

const addressOf = (panel: string, state?: string) =>
  `/gallery/?panel=${encodeURIComponent(panel)}${state === undefined ? '' : `&state=${encodeURIComponent(state)}`}`

/**
 * Every panel in every state with made-up views. `?panel=NAME` shows one panel's states, `&state=NAME` one of them alone
 * and as a page, so that it can be seen at any width of the window.
 */
export function Gallery() {
  const asked = useSearchParams()
  const [panel, state] = [asked.get('panel'), asked.get('state')]
  const alone = all.find(shown => shown.panel === panel && shown.state === state)
  if (alone !== undefined) return <Alone key={idOf(alone)} shown={alone} />
  const panels = [...new Set(all.map(shown => shown.panel))]
  return (
    <div className={look.gallery}>
      <h1>{words.debrief.gallery.title}</h1>
      <nav className={look.panels} aria-label={words.debrief.gallery.panels}>
        <a href="/gallery/">{words.debrief.gallery.index}</a>
        {panels.map(name => (
          <a key={name} href={addressOf(name)} aria-current={name === panel ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      {panel === null ? (
        <Index />
      ) : (
        <div className={look.frames}>
          {all
            .filter(shown => shown.panel === panel)
            .map(shown => (
              <Framed key={idOf(shown)} shown={shown} />
            ))}
        </div>
      )}
    </div>
  )
}

/** As a page of its own. The document says which one it is when it is there, for whoever photographs. */
function Alone({ shown }: { shown: Shown }) {
  const id = idOf(shown)
  useEffect(() => {
    document.documentElement.dataset.shown = id
  }, [id])
  return shown.make()
}

/** Links only: a hundred panels at once would answer each other's keys. */
function Index() {
  return (
    <ul className={look.index}>
      {all.map(shown => (
        <li key={idOf(shown)}>
          <a href={addressOf(shown.panel, shown.state)} data-shown={idOf(shown)}>
            {idOf(shown)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Framed({ shown }: { shown: Shown }) {
  return (
    <section className={look.framed} aria-label={idOf(shown)}>
      <h2>
        <a href={addressOf(shown.panel, shown.state)}>{shown.state}</a>
      </h2>
      <div className={look.frame}>{shown.make()}</div>
    </section>
  )
}
