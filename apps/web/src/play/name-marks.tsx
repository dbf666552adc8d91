'use client'

import type { Moment } from '@evenkeel/classroom/view'
import { useId } from 'react'
import { useRubric } from '../language/use-rubric.ts'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import { MarkWord } from './mark-word.tsx'
import look from './name-marks.module.css'
import prose from './prose.module.css'
import { offsetText, placeOf, type Stage, sceneNow } from './stage.ts'

const text = playWords.stepOut

/** The observer gives their marks the rubric's names, with definition and near-miss to choose by. */
export function NameMarks({ stage }: { stage: Stage }) {
  const mine = sceneNow(stage.room).moments.filter(
    ({ by, as }) => by === stage.me.person && as === 'observer',
  )
  return (
    <Stack gap={3}>
      <h2>{text.naming}</h2>
      <p className={prose.soft}>{mine.length === 0 ? text.noMarks : text.namingMeans}</p>
      {mine.map(moment => (
        <Mark key={moment.id} stage={stage} moment={moment} />
      ))}
    </Stack>
  )
}

function Mark({ stage: { room, act }, moment }: { stage: Stage; moment: Moment }) {
  const name = useId()
  const rubric = useRubric()
  const lang = rubric.language
  const line = sceneNow(room).lines.find(({ n }) => n === moment.line)
  const guides = rubric.moments.filter(({ mark }) => mark === moment.mark)
  const named = guides.find(({ id }) => id === moment.behaviour)
  const place = placeOf(room)
  return (
    <Panel>
      <Stack gap={2}>
        <p className={look.head}>
          <MarkWord mark={moment.mark} />
          <span>{offsetText(moment.offset)}</span>
        </p>
        {line !== undefined && <p className={prose.soft} dir="auto">{`“${line.text}”`}</p>}
        <details className={prose.details}>
          <summary>
            {named === undefined ? <span>{text.chooseName}</span> : <span lang={lang}>{named.title}</span>}
          </summary>
          <fieldset className={look.names}>
            <legend className="visually-hidden">{text.chooseName}</legend>
            {guides.map(guide => (
              <label key={guide.id} className={look.name}>
                <input
                  type="radio"
                  name={name}
                  checked={guide.id === moment.behaviour}
                  onChange={() => void act('NameMoment', { place, moment: moment.id, behaviour: guide.id })}
                />
                <span>
                  <strong lang={lang}>{guide.title}</strong>
                  <span className={look.block} lang={lang}>
                    {guide.definition}
                  </span>
                  <span className={look.near}>
                    <span>{`${text.near}: `}</span>
                    <span lang={lang}>{guide.nearMiss}</span>
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        </details>
        <Button kind="plain" onClick={() => void act('UndoMoment', { place, moment: moment.id })}>
          {text.remove}
        </Button>
      </Stack>
    </Panel>
  )
}
