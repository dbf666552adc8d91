'use client'

import type { ConsoleView, PersonRow, WallCell, WatchView } from '@evenkeel/classroom/view'
import type { Sign } from '@evenkeel/protocol/constants'
import { useMemo } from 'react'
import type { Act } from '../live/class-link.ts'
import type { NotSent } from '../live/outbox.ts'
import { Button } from '../look/button.tsx'
import { Page } from '../look/page.tsx'
import { words } from '../words/en.ts'
import { ClaimsList, type ClaimsProps } from './claims-list.tsx'
import { ClassMiddle } from './class-middle.tsx'
import own from './class-screen.module.css'
import type { ClassHead } from './classes-panel.tsx'
import look from './console.module.css'
import { CurtainPanel } from './curtain-panel.tsx'
import { HelpQueue } from './help-queue.tsx'
import { JoinCard } from './join-card.tsx'
import { NextBar } from './next-bar.tsx'
import { PublicRooms } from './public-rooms.tsx'
import { CallsQueue } from './radio/calls-queue.tsx'
import { useAnswers } from './radio/use-answers.ts'
import { RoomDepth } from './room-depth.tsx'
import { roomBeside } from './room-order.ts'
import { SaidToAll } from './said-to-all.tsx'
import { SteadyPeople } from './steady-people.ts'
import { toldApart } from './told-apart.ts'
import { TopBar } from './top-bar.tsx'
import type { Curtain } from './use-curtain.ts'
import { useKeys } from './use-keys.ts'
import type { Playbook } from './use-playbook.ts'
import type { Roster } from './use-roster.ts'
import { useSheets } from './use-sheets.tsx'
import { needsOf, orderOf } from './wall/shown-rooms.ts'
import { useCalmOrder } from './wall/use-calm-order.ts'
import { useShownRooms } from './wall/use-shown-rooms.ts'

export interface ClassScreenProps extends Pick<ClaimsProps, 'claims' | 'onClaim'> {
  head: ClassHead
  /** Which of the people this instructor is; null until it is known. */
  me: string | null
  view: ConsoleView
  wall: Readonly<Record<string, WallCell>>
  /** Of whom there is no sign. */
  signs?: Readonly<Record<string, Sign>>
  names: Readonly<Record<string, string>>
  presence: Readonly<Record<string, 'here' | 'away'>>
  notSent: readonly NotSent[]
  roster: Roster
  playbook: Playbook
  /** The room that is looked into. */
  room: WatchView['room']
  now: number
  curtain: Curtain
  act: Act
  onOpen: (room: string | null) => void
  onDismiss: (id: string) => void
  onApprove: (digits: string) => Promise<string | undefined>
  onTakeScreens: () => void
  /** These resolve to a sentence if it was refused. */
  onRoster: (roster: Roster) => Promise<string | undefined>
  onName: (person: string, name: string) => Promise<string | undefined>
}

/** A class at the console: coming in and people at the side, Next and what is private in the middle. */
export function ClassScreen(given: ClassScreenProps) {
  const { head, view, curtain, room } = given
  const names = useMemo(() => toldApart(given.names, view.people), [given.names, view.people])
  const needs = needsOf(view, given.wall, given.now)
  const order = useCalmOrder(orderOf(view.rooms, needs), given.now)
  const shown = useShownRooms(view, needs, order, names)
  const props = { ...given, names, plainNames: given.names, needs, order, shown }
  const planned = view.plan !== null || view.round !== null
  // The first name is private already: a projected screen has counts only.
  const named = planned || given.roster.people.length > 0 || Object.values(view.people).some(isTrainee)
  const hidden = named ? curtain.state !== 'up' : curtain.state === 'down'
  const deep = hidden ? null : room
  const answers = useAnswers(view, given.act, given.onDismiss)
  const sheets = useSheets(props)
  const go = (by: 1 | -1) => {
    const beside = roomBeside(shown.ids, room?.id ?? null, by)
    if (!hidden && beside !== null) props.onOpen(beside)
  }
  const open = view.class.status === 'open'
  useKeys({
    '?': () => sheets.show('keys'),
    j: () => go(1),
    k: () => go(-1),
    escape: () => props.onOpen(null),
    ...(open && { a: () => sheets.show('announce'), s: () => sheets.show('settings') }),
  })
  return (
    <Page full top={<TopBar {...props} onShow={sheets.show} />}>
      <div className={own.columns} data-deep={deep !== null || undefined}>
        <div className={own.centre}>
          <NextBar head={head} view={view} act={props.act} now={props.now} />
          <Refused {...props} />
          <SaidToAll {...props} />
          <HelpQueue {...props} hidden={hidden} />
          <CallsQueue {...props} answers={answers} hidden={hidden} inSight={deep?.id} />
          <ClaimsList {...props} hidden={hidden} />
          {hidden && <CurtainPanel curtain={curtain} />}
          {hidden && <PublicRooms view={view} now={props.now} />}
          {!hidden && <ClassMiddle {...props} />}
          {!planned && <SteadyPeople {...props} hidden={hidden} />}
        </div>
        {deep !== null && (
          <div className={own.deep}>
            <RoomDepth
              {...props}
              answers={answers}
              room={deep}
              onBeside={go}
              onClose={() => props.onOpen(null)}
            />
          </div>
        )}
        <div className={own.side}>
          <JoinCard {...props} />
          {planned && <SteadyPeople {...props} hidden={hidden} />}
        </div>
      </div>
      {sheets.shown}
    </Page>
  )
}

const isTrainee = ({ role }: PersonRow) => role === 'trainee'

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
