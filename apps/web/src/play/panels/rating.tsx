'use client'

import type { Rating as GivenRating, Score } from '@evenkeel/classroom/view'
import { LONGEST } from '@evenkeel/classroom/view'
import { type Rubric, wordingFor } from '@evenkeel/playbook/words'
import { useState } from 'react'
import { useRubric } from '../../language/use-rubric.ts'
import { Button } from '../../look/button.tsx'
import { ConfirmButton } from '../../look/confirm-button.tsx'
import { Field } from '../../look/field.tsx'
import { Panel, Stack } from '../../look/page.tsx'
import { playWords } from '../../words/en/play.ts'
import { dropSentence, keepSentence, keptSentence } from '../draft.ts'
import { Frame } from '../frame.tsx'
import { NameMarks } from '../name-marks.tsx'
import { Notices } from '../notices.tsx'
import prose from '../prose.module.css'
import { WaitFor } from '../ready-foot.tsx'
import { type Asked, ScoreItem } from '../score-item.tsx'
import { SeatBar } from '../seat-bar.tsx'
import { placeOf, type Stage, seatOfMe } from '../stage.ts'

const text = playWords.rating

/** The round's items with their anchors, or the customer's five sentences; saved with each tap, final with the button. */
export function Rating({ stage, clock }: { stage: Stage; clock: string | undefined }) {
  const { room, me, act, head } = stage
  const saved = room.ratings.find(({ by }) => by === me.person)
  const [scores, setScores] = useState<GivenRating['scores']>(saved?.scores ?? {})
  const [sentence, setSentence] = useState(() => keptSentence(room.scene, me.person) ?? saved?.sentence ?? '')
  const seat = seatOfMe(room)
  const finished = room.finished.includes(me.person)
  const rubric = useRubric()
  const items = itemsOf(stage, rubric)
  const open = items.filter(({ id }) => scores[id] === undefined).length
  const save = (given: GivenRating['scores']) =>
    void act('Rate', { place: placeOf(room), scores: given, sentence })
  const choose = (item: string, score: Score) => {
    const next = { ...scores, [item]: score }
    setScores(next)
    save(next)
  }
  const finish = () => {
    save(scores)
    void act('FinishRating', { place: placeOf(room) })
    dropSentence(room.scene, me.person)
  }
  const foot = finished ? (
    <>
      <p>
        <strong>{text.done}</strong>
      </p>
      <WaitFor stage={stage} done={room.finished} />
      <p className={prose.soft}>{text.next}</p>
    </>
  ) : (
    <>
      {open === 0 ? (
        <Button kind="primary" wide onClick={finish}>
          {text.finish}
        </Button>
      ) : (
        <ConfirmButton kind="primary" wide really={text.reallyFinish} onConfirm={finish}>
          {text.finish}
        </ConfirmButton>
      )}
      <p className={prose.soft}>{open === 0 ? text.next : text.open(open)}</p>
    </>
  )
  return (
    <Frame bar={<SeatBar {...stage} clock={clock} />} foot={foot}>
      <Stack gap={5}>
        <Notices stage={stage} />
        <Stack gap={2}>
          <h1>
            {seat === 'officer' ? text.titleOfficer : seat === 'customer' ? text.titleCustomer : text.title}
          </h1>
          {seat !== 'customer' && <p>{text.about}</p>}
          {head.simulated !== true && (
            <p className={prose.soft}>{head.kind === 'practice' ? text.seenPractice : text.seenAssessed}</p>
          )}
        </Stack>
        {items.map(item => (
          <ScoreItem
            key={item.id}
            item={item}
            rubric={rubric}
            score={scores[item.id]}
            locked={finished}
            onScore={score => choose(item.id, score)}
          />
        ))}
        {!finished && (
          <Panel tone="soft">
            <Field
              label={text.sentence}
              hint={seat === 'officer' ? text.sentenceHintOfficer : text.sentenceHint}
              value={sentence}
              maxLength={LONGEST.sentence}
              onChange={({ target }) => {
                setSentence(target.value)
                keepSentence(room.scene, me.person, target.value)
              }}
              onBlur={() => sentence !== (saved?.sentence ?? '') && save(scores)}
            />
          </Panel>
        )}
        {seat === 'observer' && <NameMarks stage={stage} />}
      </Stack>
    </Frame>
  )
}

function itemsOf({ room, head }: Stage, rubric: Rubric): readonly Asked[] {
  const asCustomer = rubric.customerItems.filter(({ id }) => room.asked.includes(id))
  const asWitness = rubric.items.filter(({ id }) => room.asked.includes(id))
  return [
    ...asCustomer.map(({ id, text: title }) => ({
      id,
      title,
      question: undefined,
      anchors: undefined,
      note: undefined,
    })),
    ...asWitness.map(item => {
      const { question, anchors, note } = wordingFor(item, head.medium)
      return { id: item.id, title: item.title, question, anchors, note }
    }),
  ]
}
