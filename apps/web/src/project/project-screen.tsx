import type { ProjectorView } from '@evenkeel/classroom/view'
import { Suspense } from 'react'
import { ClassLanguage } from '../language/class-language.tsx'
import { late } from '../live/late.tsx'
import { words } from '../words/en.ts'
import { CodeStrip } from './code-strip.tsx'
import { Lobby } from './lobby.tsx'
import { OwnPace } from './own-pace.tsx'
import { PhaseClock } from './phase-clock.tsx'
import look from './project.module.css'
import { stepNow } from './step-now.ts'
import type { WayIn } from './use-screen.ts'
import { WallBand } from './wall-band.tsx'
import { WallMessage } from './wall-message.tsx'

const ShownDebrief = late(async () => (await import('./shown-debrief.tsx')).ShownDebrief)
const Fishbowl = late(async () => (await import('./fishbowl.tsx')).Fishbowl)
const Agreement = late(async () => (await import('./agreement.tsx')).Agreement)
const TakeAlongs = late(async () => (await import('./take-alongs.tsx')).TakeAlongs)
const WorkedLines = late(async () => (await import('./worked-lines.tsx')).WorkedLines)

export interface ProjectScreenProps {
  view: ProjectorView
  wayIn: WayIn
  /** Server time in ms. */
  now: number
}

/** What the wall shows now: the class decides, nobody touches this screen. */
export function ProjectScreen(props: ProjectScreenProps) {
  return (
    <div className={look.room} data-announced={props.view.class.announced !== null || undefined}>
      <Suspense>
        <Wall {...props} />
      </Suspense>
      <WallBand announced={props.view.class.announced} />
    </div>
  )
}

function Wall({ view, wayIn, now }: ProjectScreenProps) {
  const { class: head, debrief, takeAlongs, worked, agreement } = view
  if (head.status === 'closed') {
    return <WallMessage title={words.project.closed} text={words.project.closedMeans} />
  }
  if (debrief !== null) {
    return (
      <ClassLanguage language={head.language}>
        <ShownDebrief debrief={debrief} />
      </ClassLanguage>
    )
  }
  if (takeAlongs !== null) return <TakeAlongs shared={takeAlongs} />
  if (worked !== null) return <WorkedLines lines={worked} />
  if (head.round === null) return <Lobby view={view} wayIn={wayIn} />
  const { kind, number } = head.round
  const step = head.pace === 'room' ? head.round.step : stepNow(head.round.step, view.steps)
  // While phones count in the clock stands here too.
  const time = Math.max(now, view.startsAt ?? now)
  return (
    <main className={look.wall} data-said={head.announced !== null || undefined}>
      <header className={look.head}>
        <p>
          <strong>{words.project.round(number)}</strong>
          <span> · </span>
          <span>{kind === 'fishbowl' ? words.project.fishbowl : words.project.rooms(view.rooms)}</span>
        </p>
        <CodeStrip code={wayIn.code} />
      </header>
      {agreement !== null && step !== 'step-out' ? (
        // Until it is fetched the step stands there, so that the wall is never empty.
        <Suspense fallback={<PhaseClock step={step} endsAt={view.endsAt} now={time} />}>
          <Agreement tens={agreement} step={step} />
        </Suspense>
      ) : kind === 'fishbowl' && view.tally !== null ? (
        <Fishbowl
          step={head.pace === 'room' ? null : step}
          tally={view.tally}
          endsAt={view.endsAt}
          now={time}
        />
      ) : head.pace === 'room' && step !== 'done' ? (
        <OwnPace steps={view.steps} endsAt={view.endsAt} now={time} />
      ) : (
        <PhaseClock step={step} endsAt={view.endsAt} now={time} />
      )}
    </main>
  )
}
