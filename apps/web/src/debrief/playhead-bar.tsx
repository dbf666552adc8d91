'use client'

import { SPEEDS } from '@evenkeel/insight/scene'
import { Pause, Play } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../look/button.tsx'
import { Heat } from '../look/heat.tsx'
import { words } from '../words/en.ts'
import type { Playhead } from './playhead.ts'
import look from './playhead-bar.module.css'
import { timeText } from './shown-scene.ts'
import { usePlayheadAt } from './use-playhead.ts'

const told = words.debrief.playhead

/** Play and pause, how fast, and how it stands at the playhead. `played` in ms. */
export function PlayheadBar({ head, played }: { head: Playhead; played: number }) {
  const name = useId()
  const playing = usePlayheadAt(head, state => state.playing)
  const speed = usePlayheadAt(head, state => state.speed)
  const Icon = playing ? Pause : Play
  return (
    <div className={look.bar}>
      <Button kind="primary" className={look.play} icon={<Icon size={20} />} onClick={() => head.toggle()}>
        {playing ? told.pause : told.play}
      </Button>
      <fieldset className={look.speeds}>
        <legend className="visually-hidden">{told.speed}</legend>
        {SPEEDS.map(each => (
          <label key={each}>
            <input
              className="visually-hidden"
              type="radio"
              name={name}
              checked={speed === each}
              onChange={() => head.speedUp(each)}
            />
            <span>{told.times(each)}</span>
          </label>
        ))}
      </fieldset>
      <Standing head={head} played={played} />
    </div>
  )
}

/** The clock and the temperature, in a place that keeps its size. */
function Standing({ head, played }: { head: Playhead; played: number }) {
  const second = usePlayheadAt(head, ({ instant }) => Math.floor(instant.offset / 1_000))
  const level = usePlayheadAt(head, ({ instant }) => instant.level)
  return (
    <p className={look.standing}>
      <span className={look.clock}>{told.of(timeText(second * 1_000), timeText(played))}</span>
      {level !== null && <Heat level={level} />}
    </p>
  )
}
