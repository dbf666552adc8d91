import type { RoomView } from '@evenkeel/classroom/view'
import { differencesIn } from '@evenkeel/insight/scene'
import { useMemo } from 'react'
import { useRubric } from '../language/use-rubric.ts'
import { words } from '../words/en.ts'
import page from './debrief.module.css'
import { PersonName } from './person-name.tsx'
import look from './ratings.module.css'
import type { NameOf } from './shown-scene.ts'
import talk from './talk.module.css'

const told = words.debrief.talk

export interface DifferencesProps {
  ratings: RoomView['ratings']
  me: string | null
  nameOf: NameOf
}

/** Where two raters were far apart: offered as something to talk about, and nobody is wrong. */
export function Differences({ ratings, me, nameOf }: DifferencesProps) {
  const rubric = useRubric()
  const differences = useMemo(() => differencesIn(ratings), [ratings])
  if (differences.length === 0) return null
  return (
    <section>
      <h3>{told.differences}</h3>
      <p className={page.soft}>{told.differencesMean}</p>
      <ul className={look.items}>
        {differences.map(({ item, lowest, highest }) => (
          <li key={item} className={talk.difference}>
            <strong lang={rubric.language}>
              {rubric.items.find(({ id }) => id === item)?.title ?? item}
            </strong>
            {[lowest, highest].map(({ by, as, score }) => (
              <span key={`${as} ${by}`}>
                <strong>{words.debrief.ratings.as[as]}</strong>{' '}
                <PersonName person={by} nameOf={nameOf} me={me} />
                {': '}
                <strong>{words.debrief.ratings.outOf(score)}</strong>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <p>{told.differencesAsk}</p>
    </section>
  )
}
