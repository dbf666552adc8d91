'use client'

import type { SceneView } from '@evenkeel/classroom/view'
import { linesThatWorked } from '@evenkeel/insight/scene'
import { Printer } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Button } from '../look/button.tsx'
import { words } from '../words/en.ts'
import look from './lines-that-worked.module.css'
import { MomentTitle } from './moment-title.tsx'
import { asTold } from './shown-scene.ts'

const told = words.debrief.worked
/** What fits on a card for a pocket. */
const MOST = 6
/** Chosen at first: one too many is easier to leave out than to find. */
const FIRST = 3

/** Real sentences of this scene to take along on paper: chosen here, printed without a name, sent nowhere. */
export function LinesThatWorked({ scene }: { scene: SceneView }) {
  const found = useMemo(() => linesThatWorked(asTold(scene)).slice(0, MOST), [scene])
  const [left, setLeft] = useState<readonly number[]>(() => found.slice(FIRST).map(({ line }) => line.n))
  usePrintOver()
  if (found.length === 0) return <p className={look.soft}>{told.none}</p>
  const chosen = found.filter(({ line }) => !left.includes(line.n))
  return (
    <div className={look.worked}>
      <p className={look.soft}>{told.means}</p>
      <ul className={look.lines}>
        {found.map(({ line, cooler, moments }) => (
          <li key={line.n}>
            <label className={look.line}>
              <input
                type="checkbox"
                checked={!left.includes(line.n)}
                onChange={({ target }) =>
                  setLeft(target.checked ? left.filter(n => n !== line.n) : [...left, line.n])
                }
              />
              <span>
                <q>
                  <bdi>{line.text}</bdi>
                </q>
                <span className={look.why}>
                  {cooler > 0 && <span>{told.cooler(cooler)}</span>}
                  {moments.map(moment => (
                    <MomentTitle key={moment.id} moment={moment} cues={null} />
                  ))}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className={look.print}>
        <Button icon={<Printer size={20} />} disabled={chosen.length === 0} onClick={printCard}>
          {told.print}
        </Button>
        <p className={look.soft}>{told.printMeans}</p>
      </div>
      <aside className={look.card} aria-hidden="true" data-pocket-card>
        <strong>{told.card}</strong>
        {chosen.map(({ line }) => (
          <q key={line.n}>
            <bdi>{line.text}</bdi>
          </q>
        ))}
      </aside>
    </div>
  )
}

/** The document says what is printed, and the styles leave out the rest. */
function printCard(): void {
  document.documentElement.dataset.printing = 'pocket-card'
  window.print()
}

function usePrintOver(): void {
  useEffect(() => {
    const over = () => {
      delete document.documentElement.dataset.printing
    }
    window.addEventListener('afterprint', over)
    return () => {
      window.removeEventListener('afterprint', over)
      over()
    }
  }, [])
}
