import type { Score } from '@evenkeel/classroom/view'
import type { Rubric, RubricItem } from '@evenkeel/playbook/words'
import { useId } from 'react'
import look from './score-item.module.css'

export interface Asked {
  readonly id: string
  readonly title: string
  readonly question: string | undefined
  /** Without anchors the ends of the scale are named. */
  readonly anchors: RubricItem['anchors'] | undefined
  readonly note: string | undefined
}

interface ScoreItemProps {
  item: Asked
  /** Where the item is from: its language and the names of the scale. */
  rubric: Pick<Rubric, 'language' | 'scaleLabels'>
  score: Score | undefined
  locked: boolean
  onScore: (score: Score) => void
}

const SCORES = [1, 2, 3, 4, 5, 'not-observable'] as const

/** One item as a plain group of radio buttons, with what one would hear at 1, 3 and 5. */
export function ScoreItem({ item, rubric, score, locked, onScore }: ScoreItemProps) {
  const name = useId()
  return (
    <fieldset className={look.item} lang={rubric.language} disabled={locked}>
      <legend>
        <strong>{item.title}</strong>
        {item.question && <span className={look.question}>{item.question}</span>}
      </legend>
      {item.note && <p className={look.note}>{item.note}</p>}
      <div className={look.scale}>
        {SCORES.map(each => (
          <label key={each} className={look.choice} data-wide={each === 'not-observable' || undefined}>
            <input type="radio" name={name} checked={score === each} onChange={() => onScore(each)} />
            <span>{each === 'not-observable' ? rubric.scaleLabels.notObservable : each}</span>
          </label>
        ))}
      </div>
      {item.anchors === undefined ? (
        <p className={look.ends}>
          <span>{`1: ${rubric.scaleLabels.low}`}</span>
          <span>{`5: ${rubric.scaleLabels.high}`}</span>
        </p>
      ) : (
        <dl className={look.anchors}>
          {([1, 3, 5] as const).map(at => (
            <div key={at} data-chosen={score === at || undefined}>
              <dt>{at}</dt>
              <dd>{item.anchors?.[at]}</dd>
            </div>
          ))}
        </dl>
      )}
    </fieldset>
  )
}
