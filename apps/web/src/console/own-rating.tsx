'use client'

import type { Rating, Score, WatchView } from '@evenkeel/classroom/view'
import { LONGEST } from '@evenkeel/classroom/view'
import { wordingFor } from '@evenkeel/playbook/words'
import { useState } from 'react'
import { useRubric } from '../language/use-rubric.ts'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { Stack } from '../look/page.tsx'
import { ScoreItem } from '../play/score-item.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { placeIn } from './room-tools.tsx'

interface OwnRatingProps {
  room: NonNullable<WatchView['room']>
  medium: 'spoken' | 'typed'
  /** What this instructor gave before. */
  given: Rating | undefined
  act: Act
}

/** The instructor's own scores of the officer, saved with each tap, and one sentence. */
export function OwnRating({ room, medium, given, act }: OwnRatingProps) {
  const say = words.console.room
  const [scores, setScores] = useState<Rating['scores']>(given?.scores ?? {})
  const [sentence, setSentence] = useState(given?.sentence ?? '')
  const [saved, setSaved] = useState(false)
  const save = async (next: Rating['scores']) => {
    const answer = await act('Rate', { place: placeIn(room), scores: next, sentence })
    setSaved(answer.ok)
  }
  const rubric = useRubric()
  const items = rubric.items.filter(({ id }) => room.asked.includes(id))
  return (
    <Stack gap={3}>
      {items.map(item => {
        const { question, anchors, note } = wordingFor(item, medium)
        return (
          <ScoreItem
            key={item.id}
            item={{ id: item.id, title: item.title, question, anchors, note }}
            rubric={rubric}
            score={scores[item.id]}
            locked={false}
            onScore={(score: Score) => {
              const next = { ...scores, [item.id]: score }
              setScores(next)
              void save(next)
            }}
          />
        )
      })}
      <Field
        label={say.sentence}
        value={sentence}
        maxLength={LONGEST.sentence}
        onChange={event => setSentence(event.target.value)}
      />
      <Button onClick={() => void save(scores)}>{say.saveRating}</Button>
      <p role="status" className={look.soft}>
        {saved ? say.saved : ''}
      </p>
    </Stack>
  )
}
