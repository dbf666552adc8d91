import type { ClassHead } from '@evenkeel/classroom/view'
import { Megaphone } from 'lucide-react'
import look from './wall-band.module.css'

/** What the instructor says to everybody, below whatever the wall shows. */
export function WallBand({ announced }: Pick<ClassHead, 'announced'>) {
  return (
    <div role="status" className={look.place}>
      {announced !== null && (
        <p className={look.band}>
          <Megaphone aria-hidden="true" className={look.icon} />
          <span dir="auto">{announced.text}</span>
        </p>
      )}
    </div>
  )
}
