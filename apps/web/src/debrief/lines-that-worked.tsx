import type { SceneView } from '@evenkeel/classroom/view'
import { wordsThatWorked } from '@evenkeel/insight/scene'
import { type ReactNode, useMemo, useState } from 'react'
import { PocketCard } from '../look/pocket-card.tsx'
import { words } from '../words/en.ts'
import look from './lines-that-worked.module.css'
import { MomentTitle } from './moment-title.tsx'
import { asTold } from './shown-scene.ts'

const told = words.debrief.worked
/** What fits on a card for a pocket, of this scene. */
const MOST = 6
/** Chosen at first: one too many is easier to leave out than to find. */
const FIRST = 3

interface LinesThatWorkedProps {
  scene: SceneView
  /** What the class has, without a name. */
  ofClass: readonly string[]
}

/** Real sentences of this scene and of the class to take along on paper: chosen here, printed without a name. */
export function LinesThatWorked({ scene, ofClass }: LinesThatWorkedProps) {
  const found = useMemo(() => wordsThatWorked(asTold(scene)).slice(0, MOST), [scene])
  const others = ofClass.filter(text => !found.some(own => own.text === text))
  const [chosen, setChosen] = useState<readonly string[]>(() => found.slice(0, FIRST).map(({ text }) => text))
  if (found.length + others.length === 0) return <p className={look.soft}>{told.none}</p>
  const on = (text: string) => chosen.includes(text)
  const choose = (text: string) =>
    setChosen(on(text) ? chosen.filter(own => own !== text) : [...chosen, text])
  return (
    <div className={look.worked}>
      <p className={look.soft}>{told.means}</p>
      <ul className={look.lines}>
        {found.map(({ said, text, cooler, moments }) => (
          <Line key={said} text={text} on={on(text)} onChange={() => choose(text)}>
            {cooler > 0 && <span>{told.cooler(cooler)}</span>}
            {moments.map(moment => (
              <MomentTitle key={moment.id} moment={moment} cues={null} />
            ))}
          </Line>
        ))}
        {others.map(text => (
          <Line key={text} text={text} on={on(text)} onChange={() => choose(text)}>
            <span>{told.ofClass}</span>
          </Line>
        ))}
      </ul>
      <PocketCard lines={[...found.map(({ text }) => text), ...others].filter(on)} />
    </div>
  )
}

interface LineProps {
  text: string
  on: boolean
  onChange: () => void
  children: ReactNode
}

function Line({ text, on, onChange, children }: LineProps) {
  return (
    <li>
      <label className={look.line}>
        <input type="checkbox" checked={on} onChange={onChange} />
        <span>
          <q>
            <bdi>{text}</bdi>
          </q>
          <span className={look.why}>{children}</span>
        </span>
      </label>
    </li>
  )
}
