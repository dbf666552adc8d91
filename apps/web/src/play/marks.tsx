'use client'

import type { WireShapes } from '@evenkeel/classroom/view'
import { LayoutGrid, ThumbsDown, ThumbsUp, Undo2 } from 'lucide-react'
import { Suspense } from 'react'
import { late } from '../live/late.tsx'
import { Button } from '../look/button.tsx'
import { NotYet } from '../look/one-moment.tsx'
import { playWords } from '../words/en/play.ts'
import look from './panels/scene.module.css'
import { placeOf, type Stage, sceneNow } from './stage.ts'
import { isSending, marksSending } from './unsent.ts'
import { usePalette } from './use-palette.ts'

const text = playWords.scene

const Palette = late(async () => (await import('./palette.tsx')).Palette)

/**
 * Helped or hurt with one tap, with the count and an undo. Whoever knows the rubric may switch to all of its names. In typed scenes
 * a mark points to the newest line.
 */
export function Marks({ stage, big }: { stage: Stage; big?: boolean }) {
  const { room, me, act, outbox, head } = stage
  const scene = sceneNow(room)
  const mine = scene.moments.filter(moment => moment.by === me.person && moment.as === 'observer')
  const sending = marksSending(outbox, scene.id)
  const helped = mine.filter(({ mark }) => mark === 'helped').length + sending.helped
  const hurt = mine.length - mine.filter(({ mark }) => mark === 'helped').length + sending.hurt
  const last = mine.at(-1)
  const line = head.medium === 'typed' ? scene.lines.at(-1)?.n : undefined
  const [all, setAll] = usePalette()
  const mark = (how: 'helped' | 'hurt', behaviour?: WireShapes['Mark']['behaviour']) => {
    if (typeof navigator !== 'undefined') navigator.vibrate?.(30)
    void act('Mark', {
      place: placeOf(room),
      mark: how,
      ago: 0,
      ...(line !== undefined && { line }),
      ...(behaviour && { behaviour }),
    })
  }
  const undoable =
    last !== undefined && sending.helped + sending.hurt === 0 && !isSending(outbox, 'UndoMoment')
  return (
    <>
      {all ? (
        <div className={look.all} data-big={big || undefined}>
          <Suspense fallback={<NotYet />}>
            <Palette onMark={guide => mark(guide.mark, guide.id)} />
          </Suspense>
        </div>
      ) : (
        <div className={look.marks} data-big={big || undefined}>
          <button type="button" className={look.half} data-half="helped" onClick={() => mark('helped')}>
            <ThumbsUp aria-hidden="true" size={big ? 40 : 24} />
            <span>{text.helped}</span>
          </button>
          <button type="button" className={look.half} data-half="hurt" onClick={() => mark('hurt')}>
            <ThumbsDown aria-hidden="true" size={big ? 40 : 24} />
            <span>{text.hurt}</span>
          </button>
        </div>
      )}
      <div className={look.tools}>
        <span role="status">{text.counts(helped, hurt)}</span>
        <Button
          kind="plain"
          icon={<Undo2 size={20} />}
          disabled={!undoable}
          onClick={() => last && void act('UndoMoment', { place: placeOf(room), moment: last.id })}
        >
          {text.undo}
        </Button>
        <Button kind="plain" icon={<LayoutGrid size={20} />} onClick={() => setAll(!all)}>
          {all ? text.twoMarks : text.allMarks}
        </Button>
      </div>
    </>
  )
}
