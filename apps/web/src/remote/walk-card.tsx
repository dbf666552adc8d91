'use client'

import type { Seat, Seats, WalkNext } from '@evenkeel/classroom/view'
import { Footprints } from 'lucide-react'
import { useSettled } from '../console/use-settled.ts'
import { useWalkQuestions } from '../language/use-walk-questions.ts'
import { Button } from '../look/button.tsx'
import { timeText } from '../words/en/wall.ts'
import { words } from '../words/en.ts'
import look from './remote.module.css'
import type { RemoteScreenProps } from './remote-screen.tsx'

/** One room, why, and one question to ask there. */
export function WalkCard(props: RemoteScreenProps & { suggested: WalkNext | undefined }) {
  const { suggested, view, names, walk, now } = props
  const say = words.remote
  const { lang, questions } = useWalkQuestions()
  const settled = useSettled(suggested?.room ?? '')
  const seats = suggested === undefined ? undefined : view.rooms[suggested.room]?.seats
  if (suggested === undefined || seats === undefined) return null
  const { spot, why, since, ask } = suggested
  const seat = ask.person === null ? ask.seat : seatOf(seats, ask.person)
  const asked = ask.person ?? (seat === 'observer' ? seats.observers[0] : seats[seat])
  const role = words.roles[seat]
  return (
    <section className={look.walk} aria-label={say.walk}>
      <h2 className={look.small}>
        <Footprints size={20} aria-hidden="true" />
        <span>{say.walk}</span>
      </h2>
      <p className={look.where}>{words.console.rooms.spot(spot)}</p>
      <p className={look.why}>{say.reasons[why](since === null ? null : timeText(now - since))}</p>
      <p className={look.question}>
        <bdi className={look.soft}>{asked ? say.ask(role, names[asked] ?? asked) : say.askNobody(role)}</bdi>
        <strong lang={lang}>{questions[ask.about]}</strong>
      </p>
      <Button wide disabled={!settled} onClick={() => walk.go(spot)}>
        {say.go}
      </Button>
    </section>
  )
}

const seatOf = ({ customer, officer }: Seats, person: string): Seat =>
  person === customer ? 'customer' : person === officer ? 'officer' : 'observer'
