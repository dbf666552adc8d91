'use client'

import type { RoomView } from '@evenkeel/classroom/view'
import { whatYourWordsDid } from '@evenkeel/insight/spot'
import { Minus, TrendingDown, TrendingUp } from 'lucide-react'
import { useMemo } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import { useRubric } from '../language/use-rubric.ts'
import { Heat } from '../look/heat.tsx'
import { words } from '../words/en.ts'
import page from './debrief.module.css'
import { asTold, type ShownScene, timeText } from './shown-scene.ts'
import transcript from './transcript.module.css'
import look from './what-moved.module.css'

const said = words.simulated.did

interface YourWordsProps {
  scene: ShownScene
  card: NonNullable<RoomView['customer']>
}

/** After a scene with a scripted customer: what it spotted in each turn of the officer's, and where that took it. */
export function YourWords({ scene, card }: YourWordsProps) {
  const language = useCardLanguage()
  const rubric = useRubric()
  const turns = useMemo(() => whatYourWordsDid(asTold(scene), card, language), [scene, card, language])
  const titleOf = (id: string) => rubric.moments.find(moment => moment.id === id)?.title ?? id
  if (turns.length === 0) return <p className={page.soft}>{said.nothing}</p>
  return (
    <>
      <p className={page.soft}>{said.means}</p>
      <ol className={look.swings} data-did="">
        {turns.map(({ lines, spotted, cue, from, to }) => {
          const way = to > from ? 'up' : to < from ? 'down' : 'same'
          const Icon = way === 'up' ? TrendingUp : way === 'down' ? TrendingDown : Minus
          const cueText = cue && (cue.kind === 'trigger' ? card.triggers : card.calmers)[cue.index]?.when
          return (
            <li
              key={lines[0]?.n}
              className={look.swing}
              data-way={way}
              data-direction={way === 'up' ? 'rise' : way === 'down' ? 'fall' : 'none'}
            >
              <p className={look.swingHead}>
                <Icon aria-hidden="true" size={22} />
                <strong>{said[way]}</strong>
                <span>{timeText(lines[0]?.offset ?? 0)}</span>
                <span className={look.fromTo}>
                  <Heat level={from} />
                  {way !== 'same' && (
                    <>
                      <span>{said.to}</span>
                      <Heat level={to} />
                    </>
                  )}
                </span>
              </p>
              {lines.map(line => (
                <p key={line.n} className={transcript.line} lang={language}>
                  {line.how === 'do' && <span className={transcript.does}>{words.debrief.said.does}</span>}
                  <bdi>{line.text}</bdi>
                </p>
              ))}
              {spotted.length === 0 ? (
                <p className={page.soft}>{said.none}</p>
              ) : (
                <ul className={look.spotted}>
                  {spotted.map(({ behaviour, words: shown, rule }) => (
                    <li key={rule}>
                      <strong lang={rubric.language}>{titleOf(behaviour)}</strong>{' '}
                      <span className={page.soft}>{said.shown}</span> <q lang={language}>{shown}</q>
                    </li>
                  ))}
                </ul>
              )}
              {cue && cueText && (
                <p>
                  <strong>{said[cue.kind]}:</strong> <span lang={language}>{cueText}</span>
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
