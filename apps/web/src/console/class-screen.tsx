'use client'

import type { ConsoleView, WallCell, WatchView } from '@evenkeel/classroom/view'
import type { Act } from '../live/class-link.ts'
import type { NotSent } from '../live/outbox.ts'
import { Button } from '../look/button.tsx'
import { Page, Panel } from '../look/page.tsx'
import { words } from '../words/en.ts'
import type { ClassHead } from './classes-panel.tsx'
import look from './console.module.css'
import { CurtainPanel } from './curtain-panel.tsx'
import { HelpQueue } from './help-queue.tsx'
import { JoinCard } from './join-card.tsx'
import { nextAction } from './next-action.ts'
import { NextBar } from './next-bar.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { PlanOptions } from './plan-options.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { PublicRooms } from './public-rooms.tsx'
import { RoomDepth } from './room-depth.tsx'
import { RoomsPanel } from './rooms-panel.tsx'
import { TopBar } from './top-bar.tsx'
import type { Curtain } from './use-curtain.ts'

export interface ClassScreenProps {
  head: ClassHead
  view: ConsoleView
  wall: Readonly<Record<string, WallCell>>
  names: Readonly<Record<string, string>>
  presence: Readonly<Record<string, 'here' | 'away'>>
  notSent: readonly NotSent[]
  /** The room that is looked into. */
  room: WatchView['room']
  now: number
  curtain: Curtain
  act: Act
  onOpen: (room: string | null) => void
  onDismiss: (id: string) => void
  onApprove: (digits: string) => Promise<string | undefined>
  onTakeScreens: () => void
}

/** A class at the console: coming in and people at the side, Next and what is private in the middle. */
export function ClassScreen(props: ClassScreenProps) {
  const { head, view, curtain, room } = props
  // Nothing is private before somebody sits somewhere.
  const secret = view.plan !== null || view.round !== null
  const hidden = secret ? curtain.state !== 'up' : curtain.state === 'down'
  const deep = !hidden && room !== null
  return (
    <Page wide top={<TopBar {...props} />}>
      <div className={look.columns}>
        <div className={look.centre}>
          <NextBar view={view} act={props.act} now={props.now} openedAt={head.openedAt} />
          <Refused {...props} />
          <HelpQueue {...props} hidden={hidden} />
          {hidden && <CurtainPanel curtain={curtain} />}
          {hidden && <PublicRooms view={view} now={props.now} />}
          {deep && <RoomDepth {...props} room={room} onClose={() => props.onOpen(null)} />}
          {!hidden && <Middle {...props} />}
          {!secret && <PeoplePanel {...props} hidden={hidden} />}
        </div>
        <div className={look.side}>
          <JoinCard {...props} />
          {secret && <PeoplePanel {...props} hidden={hidden} />}
        </div>
      </div>
    </Page>
  )
}

function Refused({ notSent, onDismiss }: ClassScreenProps) {
  return notSent.map(one => (
    <p key={one.id} className={look.refused} role="alert">
      <span>
        <strong>{words.console.class.notSent}: </strong>
        <span>{one.say}</span>
      </span>
      <Button kind="plain" onClick={() => onDismiss(one.id)}>
        {words.console.class.dismiss}
      </Button>
    </p>
  ))
}

function Middle(props: ClassScreenProps) {
  const { view } = props
  const { kind } = nextAction(view)
  return (
    <>
      {view.plan !== null && <PlanPanel {...props} plan={view.plan} />}
      {(kind === 'plan' || kind === 'start') && (
        <Panel>
          <PlanOptions {...props} />
        </Panel>
      )}
      {view.round === null && view.plan === null && view.class.status === 'open' && (
        <Panel tone="soft">
          <h2>{words.console.lobby.title}</h2>
          <ol className={look.steps}>
            {words.console.lobby.steps.map(step => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Panel>
      )}
      {view.round !== null && <RoomsPanel {...props} />}
    </>
  )
}
