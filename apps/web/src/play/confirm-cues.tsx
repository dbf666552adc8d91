'use client'

import type { Moment, WireShapes } from '@evenkeel/classroom/view'
import { LONGEST } from '@evenkeel/classroom/view'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { Stack } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import look from './confirm-cues.module.css'
import prose from './prose.module.css'
import { placeOf, type Stage, sceneNow } from './stage.ts'

const text = playWords.stepOut
type Cue = WireShapes['ConfirmCue']['cue']

/** The customer says which of the card's triggers and calmers happened. */
export function ConfirmCues({ stage }: { stage: Stage }) {
  const { customer } = stage.room
  if (customer === null) return null
  return (
    <Stack gap={4}>
      <Stack gap={2}>
        <h2>{text.cues}</h2>
        <p className={prose.soft}>{text.cuesMeans}</p>
      </Stack>
      {(['calmer', 'trigger'] as const).map(kind => (
        <Stack gap={2} key={kind}>
          <h3>{kind === 'calmer' ? playWords.briefing.calmers : playWords.briefing.triggers}</h3>
          {([0, 1, 2] as const).map(index => {
            const when = (kind === 'calmer' ? customer.calmers : customer.triggers)[index]?.when
            return when === undefined ? null : (
              <CueRow key={index} stage={stage} cue={{ kind, index }} when={when} />
            )
          })}
        </Stack>
      ))}
    </Stack>
  )
}

function CueRow({ stage: { room, me, act }, cue, when }: { stage: Stage; cue: Cue; when: string }) {
  const lang = useCardLanguage()
  const [writing, setWriting] = useState<string>()
  const known = sceneNow(room).moments.find(moment => isThis(moment, cue) && moment.by === me.person)
  const place = placeOf(room)
  const toggle = () => {
    if (known === undefined) void act('ConfirmCue', { place, cue })
    else void act('UndoMoment', { place, moment: known.id })
  }
  const keep = () => {
    if (known !== undefined) void act('UndoMoment', { place, moment: known.id })
    void act('ConfirmCue', { place, cue, ...(writing?.trim() && { words: writing }) })
    setWriting(undefined)
  }
  return (
    <div className={look.cue} data-kind={cue.kind}>
      <button type="button" className={look.toggle} aria-pressed={known !== undefined} onClick={toggle}>
        <span className={look.box} aria-hidden="true">
          {known !== undefined && <Check size={20} />}
        </span>
        <span lang={lang}>{when}</span>
      </button>
      {known?.words !== undefined && <p className={look.words} dir="auto">{`“${known.words}”`}</p>}
      {known !== undefined && writing === undefined && (
        <Button kind="plain" onClick={() => setWriting(known.words ?? '')}>
          {text.addWords}
        </Button>
      )}
      {known !== undefined && writing !== undefined && (
        <div className={look.writing}>
          <Field
            label={text.words}
            value={writing}
            maxLength={LONGEST.words}
            onChange={event => setWriting(event.target.value)}
          />
          <Button onClick={keep}>{text.keep}</Button>
        </div>
      )}
    </div>
  )
}

const isThis = ({ cue }: Moment, { kind, index }: Cue) => cue?.kind === kind && cue.index === index
