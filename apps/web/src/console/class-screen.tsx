'use client'

import type { ConsoleView, WallCell, WatchView } from '@evenkeel/classroom/view'
import { EyeOff } from 'lucide-react'
import type { Act } from '../live/class-link.ts'
import type { NotSent } from '../live/outbox.ts'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { Page, Panel, Row, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import type { ClassHead } from './classes-panel.tsx'
import look from './console.module.css'
import { JoinCard } from './join-card.tsx'
import { type NextAction, nextAction } from './next-action.ts'
import { PeoplePanel } from './people-panel.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { RoomDepth } from './room-depth.tsx'
import { RoomsPanel } from './rooms-panel.tsx'
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

export function ClassScreen(props: ClassScreenProps) {
  const { head, view, curtain, notSent, onDismiss } = props
  return (
    <Page wide top={<TopBar {...props} />}>
      <div className={look.columns}>
        <div className={look.side}>
          <JoinCard {...props} />
          <PeoplePanel {...props} />
        </div>
        <div className={look.centre}>
          <NextBar view={view} act={props.act} now={props.now} openedAt={head.openedAt} />
          {notSent.map(one => (
            <p key={one.id} className={look.refused} role="alert">
              <span>
                <strong>{words.console.class.notSent}:</strong> {one.say}
              </span>
              <Button kind="plain" onClick={() => onDismiss(one.id)}>
                {words.console.class.dismiss}
              </Button>
            </p>
          ))}
          {curtain.state === 'up' ? <Private {...props} /> : <CurtainPanel curtain={curtain} />}
        </div>
      </div>
    </Page>
  )
}

/** What only the instructor may see: plan, rooms, a room in depth. */
function Private(props: ClassScreenProps) {
  const { view, room, onOpen } = props
  return (
    <Stack gap={4}>
      {room !== null && (
        <RoomDepth {...props} room={room} row={view.rooms[room.id]} onClose={() => onOpen(null)} />
      )}
      {view.plan !== null && <PlanPanel {...props} plan={view.plan} />}
      <RoomsPanel {...props} />
    </Stack>
  )
}

function CurtainPanel({ curtain }: { curtain: Curtain }) {
  const say = words.console.curtain
  return (
    <Panel tone="soft">
      <Stack gap={4}>
        {curtain.state === 'ask' ? (
          <>
            <h2>{say.ask}</h2>
            <p>{say.why}</p>
            <Row>
              <Button onClick={() => curtain.set('up')}>{say.no}</Button>
              <Button onClick={() => curtain.set('down')}>{say.yes}</Button>
            </Row>
          </>
        ) : (
          <>
            <p>{say.down}</p>
            <Row>
              <Button onClick={() => curtain.set('up')}>{say.lift}</Button>
            </Row>
          </>
        )}
      </Stack>
    </Panel>
  )
}

function TopBar({ view, curtain, act }: ClassScreenProps) {
  const say = words.console.class
  return (
    <div className={look.bar}>
      <span className={look.title}>
        <a href="/console/" className={look.product}>
          {words.product}
        </a>
        <strong>
          <bdi>{view.class.title}</bdi>
        </strong>
        <span className={look.soft}>{words.join[view.class.settings.kind]}</span>
      </span>
      <span className={look.spread}>
        {curtain.state === 'up' && (
          <Button kind="plain" icon={<EyeOff size={18} />} onClick={() => curtain.set('down')}>
            {words.console.curtain.drop}
          </Button>
        )}
        {view.class.status === 'open' && (
          <ConfirmButton kind="plain" really={say.reallyClose} onConfirm={() => void act('CloseClass', {})}>
            {say.close}
          </ConfirmButton>
        )}
      </span>
    </div>
  )
}

interface NextBarProps {
  view: ConsoleView
  act: Act
  now: number
  openedAt: number
}

function NextBar({ view, act, openedAt }: NextBarProps) {
  const say = words.console
  const action = nextAction(view)
  const end = new Date(openedAt + view.class.settings.minutes * 60_000)
  const round = view.round
  return (
    <section className={look.next} aria-label={round ? say.class.round(round.number) : say.class.noRound}>
      <div>
        <h1 className={look.round}>{round ? say.class.round(round.number) : say.class.noRound}</h1>
        <p className={look.soft}>
          {say.class.finish(end.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }))}
        </p>
        {action.kind === 'next' && view.class.settings.pace === 'room' && (
          <p className={look.soft}>{say.next.moves}</p>
        )}
      </div>
      <NextButton action={action} act={act} />
    </section>
  )
}

function NextButton({ action, act }: { action: NextAction; act: Act }) {
  const say = words.console
  switch (action.kind) {
    case 'over':
      return <p>{say.class.closed}</p>
    case 'too-few':
      return <p className={look.soft}>{say.plan.tooFew}</p>
    case 'plan':
      return (
        <Button kind="primary" onClick={() => void act('PlanRound', {})}>
          {say.plan.make}
        </Button>
      )
    case 'start':
      return (
        <Button kind="primary" onClick={() => void act('StartRound', { round: action.round })}>
          {say.plan.start}
        </Button>
      )
    case 'next':
      return (
        <Button kind="primary" onClick={() => void act('Next', { round: action.round, to: action.to })}>
          {say.next[action.to]}
        </Button>
      )
  }
}
