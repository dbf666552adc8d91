import type { Step } from '@evenkeel/classroom/view'
import { clockText } from '../live/use-now.ts'
import { words } from '../words/en.ts'
import look from './project.module.css'

const told = words.project

export interface PhaseClockProps {
  step: Step
  /** Server time in ms; null where the step waits for people. */
  endsAt: number | null
  now: number
}

/** The step that the class is in, what to do in it, its clock, and what comes next. */
export function PhaseClock({ step, endsAt, now }: PhaseClockProps) {
  const say = told.steps[step]
  return (
    <section className={look.phase}>
      <h1 className={look.step}>{say.word}</h1>
      <Clock endsAt={endsAt} now={now} />
      <p className={look.text}>{say.do}</p>
      <p className={look.next}>
        <strong>{told.next}: </strong>
        <span>{say.next}</span>
      </p>
    </section>
  )
}

export function Clock({ endsAt, now }: Pick<PhaseClockProps, 'endsAt' | 'now'>) {
  if (endsAt === null) return null
  const left = endsAt - now
  if (left <= 0) return <p className={look.up}>{told.over}</p>
  return (
    <p className={look.huge} role="timer">
      {clockText(left)}
    </p>
  )
}
