import type { PersonView } from '@evenkeel/classroom/view'
import { Suspense } from 'react'
import { ClassLanguage } from '../language/class-language.tsx'
import { late } from '../live/late.tsx'
import { clockText } from '../live/use-now.ts'
import { playWords } from '../words/en/play.ts'
import { Announced } from './announced.tsx'
import { Frame } from './frame.tsx'
import { Briefing, BriefingFoot } from './panels/briefing.tsx'
import { Ended } from './panels/ended.tsx'
import { Scene } from './panels/scene.tsx'
import { TimeOut, TimeOutFoot } from './panels/time-out.tsx'
import { Waiting } from './panels/waiting.tsx'
import { ReadyFoot } from './ready-foot.tsx'
import { SeatBar } from './seat-bar.tsx'
import { nameOf, type Stage, seatOfMe } from './stage.ts'

const Closing = late(async () => (await import('./panels/closing.tsx')).Closing)
const Debrief = late(async () => (await import('./panels/debrief.tsx')).Debrief)
const Done = late(async () => (await import('./panels/done.tsx')).Done)
const Rating = late(async () => (await import('./panels/rating.tsx')).Rating)
const StepOut = late(async () => (await import('./panels/step-out.tsx')).StepOut)
const Stopped = late(async () => (await import('./panels/stopped.tsx')).Stopped)

type PlayScreenProps = Omit<Stage, 'room' | 'head' | 'me' | 'worked'> & {
  view: PersonView
  /** Where this person's own copy is. */
  copyAt?: string | undefined
}

/** Picks the panel by standing, phase and seat. */
export function PlayScreen({ view, ...rest }: PlayScreenProps) {
  const { me, class: head, room, worked } = view
  if (head === null) {
    const blocked = me.standing === 'blocked'
    const say = blocked ? playWords.ended.blockedMeans : playWords.ended.removedMeans
    return <Ended kind={blocked ? 'blocked' : 'removed'} say={say} />
  }
  return (
    <ClassLanguage language={head.language}>
      <Announced head={head} />
      <InClass {...rest} head={head} me={me} room={room} worked={worked} />
    </ClassLanguage>
  )
}

type InClassProps = Omit<PlayScreenProps, 'view'> &
  Pick<Stage, 'head' | 'me' | 'worked'> &
  Pick<PersonView, 'room'>

function InClass({ head, me, room, worked, copyAt, ...rest }: InClassProps) {
  const over = head.status === 'closed'
  const bar = <SeatBar me={me} room={room} act={rest.act} live={rest.live} over={over} />
  if (over) {
    return (
      <Frame bar={bar}>
        <Closing me={me} room={room} worked={worked} act={rest.act} outbox={rest.outbox} copyAt={copyAt} />
      </Frame>
    )
  }
  if (room === null) {
    return (
      <Frame bar={bar}>
        <Waiting head={head} me={me} name={nameOf(rest.names, me.person)} />
      </Frame>
    )
  }
  return <InRoom stage={{ ...rest, head, me, room, worked }} />
}

function InRoom({ stage }: { stage: Stage }) {
  const { room, head } = stage
  const clock = clockOf(stage)
  const bar = <SeatBar {...stage} clock={clock} />
  switch (room.phase.name) {
    case 'briefing':
      return (
        <Frame bar={bar} foot={<BriefingFoot stage={stage} />} key={`${room.id} briefing`}>
          <Briefing stage={stage} />
        </Frame>
      )
    case 'scene':
    case 'wrap-up':
    case 'retake':
      return (
        <Frame
          bar={bar}
          fill
          dark={head.medium === 'spoken' && seatOfMe(room) === 'officer'}
          key={room.scene}
        >
          <Scene stage={stage} />
        </Frame>
      )
    case 'time-out':
      return (
        <Frame bar={bar} foot={<TimeOutFoot stage={stage} />} key="time-out">
          <TimeOut stage={stage} />
        </Frame>
      )
    case 'step-out':
      return (
        <Frame
          bar={bar}
          key="step-out"
          foot={<ReadyFoot stage={stage} label={playWords.stepOut.ready} next={playWords.stepOut.next} />}
        >
          <StepOut stage={stage} />
        </Frame>
      )
    case 'rating':
      return (
        <Suspense fallback={<Frame bar={bar}>{null}</Frame>} key={room.id}>
          <Rating stage={stage} clock={clock} />
        </Suspense>
      )
    case 'debrief':
      return (
        <Frame
          bar={bar}
          key="debrief"
          foot={
            <ReadyFoot
              stage={stage}
              label={playWords.debrief.ready}
              next={playWords.debrief.next[head.pace]}
            />
          }
        >
          <Debrief stage={stage} />
        </Frame>
      )
    case 'stopped':
      return (
        <Frame
          bar={bar}
          key="stopped"
          foot={<ReadyFoot stage={stage} label={playWords.stopped.ready} next={playWords.stopped.next} />}
        >
          <Stopped stage={stage} />
        </Frame>
      )
    case 'done':
      return (
        <Frame bar={bar} key="done">
          <Done stage={stage} />
        </Frame>
      )
  }
}

/** Time left, except for the officer of a spoken scene, who looks at the customer. */
function clockOf({ room, head, now }: Stage): string | undefined {
  const { phase } = room
  const playing = phase.name === 'scene' || phase.name === 'wrap-up' || phase.name === 'retake'
  if (playing && head.medium === 'spoken' && seatOfMe(room) === 'officer') return undefined
  if (phase.remaining !== undefined) return clockText(phase.remaining)
  if (phase.endsAt === undefined) return undefined
  return clockText(phase.endsAt - Math.max(now, phase.startsAt ?? now))
}
