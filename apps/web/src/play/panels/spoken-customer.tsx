import { Flame, Snowflake } from 'lucide-react'
import { useCardLanguage } from '../../language/class-language.tsx'
import { Heat } from '../../look/heat.tsx'
import { playWords } from '../../words/en/play.ts'
import type { Stage } from '../stage.ts'
import { Stuck } from '../stuck.tsx'
import { levelNow, move } from '../temperature.ts'
import look from './scene.module.css'

const text = playWords.scene

/** Two halves of the screen, so that a thumb finds them without the eyes. */
export function SpokenCustomer({ stage }: { stage: Stage }) {
  const level = levelNow(stage)
  return (
    <>
      <h1 className="visually-hidden" lang={useCardLanguage()}>
        {stage.room.card.title}
      </h1>
      <div className={look.halves}>
        <button
          type="button"
          className={look.half}
          data-half="hotter"
          aria-disabled={level === 7 || undefined}
          onClick={() => move(stage, 1)}
        >
          <Flame aria-hidden="true" size={40} />
          <span>{text.hotter}</span>
        </button>
        <p className={look.between} role="status">
          <span className="visually-hidden">{text.now}</span>
          {level !== undefined && <Heat level={level} large />}
        </p>
        <button
          type="button"
          className={look.half}
          data-half="cooler"
          aria-disabled={level === 1 || undefined}
          onClick={() => move(stage, -1)}
        >
          <Snowflake aria-hidden="true" size={40} />
          <span>{text.cooler}</span>
        </button>
      </div>
      <div className={look.tools}>
        <Stuck stage={stage} />
      </div>
    </>
  )
}
