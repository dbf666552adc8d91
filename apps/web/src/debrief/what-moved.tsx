'use client'

import { type Swing, whatMovedIt } from '@evenkeel/insight/scene'
import { ArrowUp, TrendingDown, TrendingUp } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Heat } from '../look/heat.tsx'
import { words } from '../words/en.ts'
import page from './debrief.module.css'
import { goToTime } from './go-to.ts'
import { MarkIcon } from './mark-shape.tsx'
import { MomentTitle } from './moment-title.tsx'
import type { Cues } from './moment-words.ts'
import type { Playhead } from './playhead.ts'
import { asTold, type NameOf, type ShownScene, timeText, unnamed } from './shown-scene.ts'
import transcript from './transcript.module.css'
import { LineItem } from './transcript.tsx'
import look from './what-moved.module.css'

const told = words.debrief.moved

interface WhatMovedProps {
  scene: ShownScene
  cues: Cues | null
  nameOf?: NameOf
  head: Playhead
}

const NONE: readonly never[] = []
/** More than these nobody talks about in six minutes. */
const FIRST = 8

/** One time for what happened at once. */
function timesText({ begins, ends }: Swing): string {
  const [first, last] = [timeText(begins), timeText(ends)]
  return first === last ? last : `${first} ${told.fromTo} ${last}`
}

/** Each rise or fall of two steps or more, with what was said and marked before it. */
export function WhatMoved({ scene, cues, nameOf = unnamed, head }: WhatMovedProps) {
  const swings = useMemo(() => whatMovedIt(asTold(scene)), [scene])
  const [all, setAll] = useState(false)
  if (swings.length === 0) return <p className={page.soft}>{told.none}</p>
  return (
    <>
      <ol className={look.swings}>
        {swings.slice(0, all ? undefined : FIRST).map(swing => {
          const Icon = swing.direction === 'rise' ? TrendingUp : TrendingDown
          return (
            <li key={swing.begins} className={look.swing} data-direction={swing.direction}>
              <p className={look.swingHead}>
                <Icon aria-hidden="true" size={22} />
                <strong>{told[swing.direction]}</strong>
                <span>{timesText(swing)}</span>
                <span className={look.fromTo}>
                  <Heat level={swing.from} />
                  <span>{told.fromTo}</span>
                  <Heat level={swing.to} />
                </span>
              </p>
              {swing.lines.length === 0 ? (
                <p className={page.soft}>{told.noLines}</p>
              ) : (
                <ol className={transcript.lines}>
                  {swing.lines.map(line => (
                    <LineItem key={line.n} line={line} moments={NONE} cues={cues} nameOf={nameOf} />
                  ))}
                </ol>
              )}
              {swing.moments.length > 0 && (
                <ul className={transcript.marks}>
                  {swing.moments.map(moment => (
                    <li key={moment.id} data-mark={moment.mark}>
                      <MarkIcon kind={moment.mark} />
                      <span>{words.debrief.moment[moment.mark]}</span>
                      <MomentTitle moment={moment} cues={cues} />
                    </li>
                  ))}
                </ul>
              )}
              <div className={look.jump}>
                <Button
                  kind="plain"
                  icon={<ArrowUp size={20} />}
                  onClick={() => goToTime(head, { offset: swing.begins })}
                >
                  {told.show}
                </Button>
              </div>
            </li>
          )
        })}
      </ol>
      {!all && swings.length > FIRST && (
        <div className={look.jump}>
          <Button onClick={() => setAll(true)}>{told.all(swings.length)}</Button>
        </div>
      )}
    </>
  )
}
