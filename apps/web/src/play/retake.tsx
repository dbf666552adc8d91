'use client'

import { useState } from 'react'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import { Choices } from './choices.tsx'
import { Yes } from './own-choices.tsx'
import prose from './prose.module.css'
import { offsetText, placeOf, type Stage, seatOfMe } from './stage.ts'

const text = playWords.debrief

/** Two minutes of one moment again; customer or officer may start it. */
export function Retake({ stage: { room, act } }: { stage: Stage }) {
  const [first] = room.scenes
  const [offset, setOffset] = useState(() => first?.moments.find(({ mark }) => mark === 'hurt')?.offset ?? 0)
  const [swapped, setSwapped] = useState(false)
  if (first === undefined || seatOfMe(room) === 'observer') return null
  const moments = first.moments.map(moment => ({
    value: moment.offset,
    label: `${offsetText(moment.offset)} ${playWords.scene[moment.mark]}`,
  }))
  const choices = [
    { value: 0, label: text.fromStart },
    { value: Math.floor(first.played / 2), label: text.middle },
    ...moments,
  ]
  const once = choices.filter(
    ({ value }, index) => choices.findIndex(other => other.value === value) === index,
  )
  return (
    <Panel>
      <Stack gap={3}>
        <h2>{text.retakeTitle}</h2>
        <p className={prose.soft}>{text.retakeMeans}</p>
        <Choices legend={text.from} choices={once} value={offset} onChoose={setOffset} />
        <Yes on={swapped} means={text.swapMeans} onChange={setSwapped}>
          {text.swap}
        </Yes>
        <Button onClick={() => void act('StartRetake', { place: placeOf(room), offset, swapped })}>
          {text.startRetake}
        </Button>
      </Stack>
    </Panel>
  )
}
