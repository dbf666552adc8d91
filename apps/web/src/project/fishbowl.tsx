import type { ProjectorView, Step } from '@evenkeel/classroom/view'
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { words } from '../words/en.ts'
import { Clock } from './phase-clock.tsx'
import look from './project.module.css'

const told = words.project

interface FishbowlProps {
  /** Null where rooms move by themselves: then the class's step says nothing about this one. */
  step: Step | null
  tally: NonNullable<ProjectorView['tally']>
  endsAt: number | null
  now: number
}

/** One pair plays in front; what everybody else marks adds up here, by nobody in particular. */
export function Fishbowl({ step, tally, endsAt, now }: FishbowlProps) {
  const say = step === null ? null : told.steps[step]
  const marking = step === null || step === 'scene' || step === 'wrap-up'
  const all = tally.helped + tally.hurt
  return (
    <section className={look.phase}>
      <div className={look.beside}>
        <h1 className={look.step}>{say?.word ?? told.fishbowlShort}</h1>
        <Clock endsAt={endsAt} now={now} />
      </div>
      <h2 className={look.text}>{told.tally}</h2>
      <div className={look.tally}>
        <p className={look.side} data-mark="helped">
          <ThumbsUp aria-hidden="true" className={look.icon} />
          <strong className={look.number}>{tally.helped}</strong>
          <span>{told.helped}</span>
        </p>
        <p className={look.side} data-mark="hurt">
          <ThumbsDown aria-hidden="true" className={look.icon} />
          <strong className={look.number}>{tally.hurt}</strong>
          <span>{told.hurt}</span>
        </p>
      </div>
      <svg className={look.share} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={look.shareGround} width="100" height="4" />
        {all > 0 && <rect className={look.shareHelped} width={(tally.helped / all) * 100} height="4" />}
        {all > 0 && (
          <rect
            className={look.shareHurt}
            x={(tally.helped / all) * 100}
            width={(tally.hurt / all) * 100}
            height="4"
          />
        )}
      </svg>
      <p className={look.text}>{marking ? told.tap : say?.do}</p>
    </section>
  )
}
