import { useCardLanguage } from '../../language/class-language.tsx'
import { Heat } from '../../look/heat.tsx'
import { playWords } from '../../words/en/play.ts'
import { Marks } from '../marks.tsx'
import prose from '../prose.module.css'
import type { Stage } from '../stage.ts'
import { levelNow } from '../temperature.ts'
import look from './scene.module.css'

/** Two buttons to find without looking; the customer's temperature beside them. */
export function SpokenObserver({ stage }: { stage: Stage }) {
  const level = levelNow(stage)
  return (
    <>
      <h1 className="visually-hidden" lang={useCardLanguage()}>
        {stage.room.card.title}
      </h1>
      <p className={look.strip}>
        <span className={prose.soft}>{playWords.scene.customerNow}</span>
        {level !== undefined && <Heat level={level} />}
      </p>
      <Marks stage={stage} big />
    </>
  )
}
