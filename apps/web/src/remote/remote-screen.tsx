'use client'

import type { ConsoleView, WallCell, WatchView } from '@evenkeel/classroom/view'
import { walkNext } from '@evenkeel/classroom/view'
import { Suspense } from 'react'
import panel from '../console/console.module.css'
import { nextAction } from '../console/next-action.ts'
import { NextButton } from '../console/next-bar.tsx'
import { CallsQueue } from '../console/radio/calls-queue.tsx'
import { useAnswers } from '../console/radio/use-answers.ts'
import type { Act } from '../live/class-link.ts'
import { late } from '../live/late.tsx'
import type { NotSent } from '../live/outbox.ts'
import { Button } from '../look/button.tsx'
import { Names } from '../look/names.tsx'
import { Page, Panel, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import { AllRooms } from './all-rooms.tsx'
import look from './remote.module.css'
import { RemoteMore } from './remote-more.tsx'
import { SpotPanel } from './spot-panel.tsx'
import { SpotPicker } from './spot-picker.tsx'
import { byRoom, roomAtSpot } from './spots.ts'
import { useCalmWalk } from './use-calm-walk.ts'
import type { Walk } from './use-walked.ts'
import { WalkCard } from './walk-card.tsx'
import { WhoNeedsMe } from './who-needs-me.tsx'

const FishbowlForm = late(async () => (await import('../console/fishbowl-form.tsx')).FishbowlForm)

export interface RemoteScreenProps {
  /** Which of the people this instructor is; null until it is known. */
  me: string | null
  view: ConsoleView
  wall: Readonly<Record<string, WallCell>>
  names: Readonly<Record<string, string>>
  /** The room where they stand. */
  room: WatchView['room']
  walk: Walk
  notSent: readonly NotSent[]
  now: number
  act: Act
  onDismiss: (id: string) => void
  onSignOut: () => void
}

/** A class in one hand: who needs me, where to walk, the marks of where I stand, and Next under the thumb. */
export function RemoteScreen(props: RemoteScreenProps) {
  const { view, wall, walk, now, act, notSent, onDismiss } = props
  const { round, plan } = view
  const action = nextAction(view)
  const here = walk.spot === null ? undefined : roomAtSpot(view.rooms, walk.spot)
  const wanted = walkNext(wall, now, view.class.settings, {
    at: here ?? null,
    left: byRoom(view.rooms, walk.left),
  })
  const suggested = useCalmWalk(wanted, here, now)
  const running = action.kind === 'next'
  const title = round === null ? words.console.class.noRound : words.console.class.round(round.number)
  const foot = (
    <div className={look.foot}>
      {running && <AllRooms view={view} now={now} act={act} />}
      <div className={look.next}>
        <NextButton action={action} act={act} first={round === null} />
      </div>
    </div>
  )
  return (
    <Page
      top={
        <p className={look.top}>
          <bdi>{view.class.title}</bdi>
          <span>{title}</span>
        </p>
      }
      foot={foot}
    >
      <Stack gap={4}>
        <h1 className="visually-hidden">{words.remote.title}</h1>
        {notSent.map(one => (
          <p key={one.id} className={look.refused} role="alert">
            <span>{one.say}</span>
            <Button kind="plain" onClick={() => onDismiss(one.id)}>
              {words.console.class.dismiss}
            </Button>
          </p>
        ))}
        {running && round?.kind === 'fishbowl' && <Tally wall={wall} />}
        {here !== undefined && <SpotPanel {...props} id={here} />}
        {running && <OnTheRadio {...props} />}
        {running && <WhoNeedsMe {...props} />}
        {running && <WalkCard {...props} suggested={suggested} />}
        {running && <SpotPicker {...props} />}
        {view.round === null && plan === null && <p>{words.console.join.here(traineesIn(view))}</p>}
        {action.kind === 'start' && plan !== null && <Waiting {...props} plan={plan} />}
        {action.kind === 'plan' && (
          <details className={panel.details}>
            <summary>{words.console.plan.fishbowl}</summary>
            <Suspense>
              <FishbowlForm
                view={view}
                names={props.names}
                onPlan={fishbowl => void act('PlanRound', { fishbowl })}
              />
            </Suspense>
          </details>
        )}
        <RemoteMore {...props} />
      </Stack>
    </Page>
  )
}

const traineesIn = (view: ConsoleView): number =>
  Object.values(view.people).filter(({ role, standing }) => role === 'trainee' && standing === 'present')
    .length

/** The phone in the hand answers as the console does. */
function OnTheRadio({ view, names, walk, now, act, onDismiss }: RemoteScreenProps) {
  const answers = useAnswers(view, act, onDismiss)
  const go = (room: string) => {
    const spot = view.rooms[room]?.spot
    if (spot !== undefined) walk.go(spot)
  }
  return (
    <CallsQueue
      answers={answers}
      names={names}
      now={now}
      hidden={false}
      open={words.remote.toSpot}
      onOpen={go}
    />
  )
}

/** Of a fishbowl: what everybody who watches has marked so far. */
function Tally({ wall }: Pick<RemoteScreenProps, 'wall'>) {
  const cells = Object.values(wall)
  const sum = (mark: 'helped' | 'hurt') => cells.reduce((count, cell) => count + cell[mark], 0)
  return (
    <p className={look.tally} role="status">
      {words.remote.tally(sum('helped'), sum('hurt'))}
    </p>
  )
}

function Waiting({ plan, names }: RemoteScreenProps & { plan: NonNullable<ConsoleView['plan']> }) {
  return (
    <Panel>
      <h2 className={look.small}>{words.remote.plan}</h2>
      <ul className={look.plan}>
        {plan.rooms.map(({ seats }, index) => {
          const people = [seats.customer, seats.officer, ...seats.observers].flatMap(id =>
            id === null ? [] : [names[id] ?? id],
          )
          return (
            <li key={seats.customer ?? seats.officer ?? index}>
              <strong>{words.console.rooms.spot(index + 1)}</strong>
              <Names of={people} />
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
