'use client'

import { Printer } from 'lucide-react'
import { useEffect } from 'react'
import { words } from '../words/en.ts'
import { Button } from './button.tsx'
import look from './pocket-card.module.css'

const told = words.debrief.worked

/** Sentences to take along on paper: printed alone, without a name, and sent nowhere. */
export function PocketCard({ lines }: { lines: readonly string[] }) {
  usePrintOver()
  return (
    <>
      <div className={look.print}>
        <Button icon={<Printer size={20} />} disabled={lines.length === 0} onClick={printCard}>
          {told.print}
        </Button>
        <p className={look.soft}>{told.printMeans}</p>
      </div>
      <aside className={look.card} aria-hidden="true" data-pocket-card>
        <strong>{told.card}</strong>
        {[...new Set(lines)].map(line => (
          <q key={line}>
            <bdi>{line}</bdi>
          </q>
        ))}
      </aside>
    </>
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
