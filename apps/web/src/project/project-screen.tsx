import type { ProjectorView } from '@evenkeel/classroom/view'
import { words } from '../words/en.ts'
import { CodeStrip } from './code-strip.tsx'
import { Fishbowl } from './fishbowl.tsx'
import { Lobby } from './lobby.tsx'
import { OwnPace, PhaseClock } from './phase-clock.tsx'
import look from './project.module.css'
import { ShownDebrief } from './shown-debrief.tsx'
import type { WayIn } from './use-screen.ts'
import { WallMessage } from './wall-message.tsx'

export interface ProjectScreenProps {
  view: ProjectorView
  wayIn: WayIn
  /** Server time in ms. */
  now: number
}

/** What the wall shows now: the class decides, nobody touches this screen. */
export function ProjectScreen({ view, wayIn, now }: ProjectScreenProps) {
  const { class: head, debrief } = view
  if (head.status === 'closed') {
    return <WallMessage title={words.project.closed} text={words.project.closedMeans} />
  }
  if (debrief !== null) return <ShownDebrief debrief={debrief} />
  if (head.round === null) return <Lobby view={view} wayIn={wayIn} />
  const { kind, step, number } = head.round
  return (
    <main className={look.wall}>
      <header className={look.head}>
        <p>
          <strong>{words.project.round(number)}</strong>
          <span> · </span>
          <span>{kind === 'fishbowl' ? words.project.fishbowl : words.project.rooms(view.rooms)}</span>
        </p>
        <CodeStrip code={wayIn.code} />
      </header>
      {kind === 'fishbowl' && view.tally !== null ? (
        <Fishbowl
          step={head.pace === 'room' ? null : step}
          tally={view.tally}
          endsAt={view.endsAt}
          now={now}
        />
      ) : head.pace === 'room' && step !== 'done' ? (
        <OwnPace />
      ) : (
        <PhaseClock step={step} endsAt={view.endsAt} now={now} />
      )}
    </main>
  )
}
