'use client'

import type { Seat } from '@evenkeel/classroom/view'
import { type FormEvent, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Option, Options } from '../look/option.tsx'
import { Sheet } from '../look/sheet.tsx'
import { words } from '../words/en.ts'
import { everybodyIn, type Place, type SeatChoice, seatChoices } from './places.ts'
import look from './seat-sheet.module.css'
import { Select } from './select.tsx'

export interface SeatWish {
  /** The room by its spot; null for a new one. */
  readonly place: Place | null
  readonly seat: Seat
  /** Who sits there now and changes places. */
  readonly held: string | null
  /** In a new room of a running round: who plays the other seat. */
  readonly partner: string | null
}

interface SeatSheetProps {
  person: string
  places: readonly Place[]
  /** Whether a seat that somebody holds may be swapped for. */
  swaps: boolean
  /** Whether there may be a new room, and with whom of those without a seat; undefined: not here. */
  newRoom?: { readonly partners: readonly string[] | null }
  nameOf: (person: string) => string
  /** Resolves to a sentence if it was refused. */
  onGo: (wish: SeatWish) => Promise<string | undefined>
  onClose: () => void
}

const NEW = 'new'
const SEATS = ['customer', 'officer', 'observer'] as const

/** Where somebody is to sit: a room, then a seat in it; a seat that is taken is a swap. */
export function SeatSheet(props: SeatSheetProps) {
  const { person, places, swaps, newRoom, nameOf, onGo, onClose } = props
  const say = words.console.seats
  const own = places.find(({ seats }) => everybodyIn(seats).includes(person))
  const [at, setAt] = useState(String(own?.spot ?? places[0]?.spot ?? NEW))
  const [seat, setSeat] = useState<Seat>()
  const [partner, setPartner] = useState('')
  const [wrong, setWrong] = useState<string>()
  const place = places.find(({ spot }) => String(spot) === at) ?? null
  const choices =
    place === null
      ? SEATS.slice(0, 2).map(each => ({ seat: each, held: null, own: false }))
      : seatChoices(place, person)
  const isOff = ({ own, held }: SeatChoice) => own || (held !== null && !swaps)
  const chosen = choices.find(choice => choice.seat === seat && !isOff(choice))
  const needsPartner = place === null && newRoom?.partners != null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (chosen === undefined || (needsPartner && partner === '')) return setWrong(say.choose)
    const refused = await onGo({
      place,
      seat: chosen.seat,
      held: chosen.held,
      partner: needsPartner ? partner : null,
    })
    setWrong(refused)
    if (refused === undefined) onClose()
  }
  const inRoom = (known: Place) => everybodyIn(known.seats).map(nameOf).join(', ')
  return (
    <Sheet title={say.title(nameOf(person))} open onClose={onClose} close={words.console.class.back}>
      <form onSubmit={submit} className={look.form}>
        <Select
          label={say.where}
          value={at}
          onChange={next => {
            setAt(next)
            setSeat(undefined)
          }}
          options={[
            ...places.map(known => ({
              value: String(known.spot),
              text: `${words.console.rooms.spot(known.spot)}: ${inRoom(known)}`,
            })),
            ...(newRoom === undefined ? [] : [{ value: NEW, text: say.newRoom }]),
          ]}
        />
        {needsPartner && (
          <Select
            label={say.partner}
            value={partner}
            onChange={setPartner}
            options={[
              { value: '', text: words.console.plan.pick },
              ...(newRoom?.partners ?? []).map(id => ({ value: id, text: nameOf(id) })),
            ]}
          />
        )}
        <Options legend={say.seat}>
          {choices.map(choice => (
            <Option
              key={choice.seat}
              type="radio"
              name="seat"
              disabled={isOff(choice)}
              checked={seat === choice.seat}
              onChange={() => {
                setSeat(choice.seat)
                setWrong(undefined)
              }}
            >
              <strong>{words.roles[choice.seat]}</strong>
              {choice.held !== null && (
                <span className={look.soft}>
                  {swaps ? say.swapWith(nameOf(choice.held)) : say.heldBy(nameOf(choice.held))}
                </span>
              )}
              {choice.own && <span className={look.soft}>{say.own}</span>}
            </Option>
          ))}
        </Options>
        <p role="alert" className={look.wrong}>
          {wrong}
        </p>
        <Button kind="primary" type="submit" wide>
          {chosen?.held == null ? say.move : say.swap}
        </Button>
      </form>
    </Sheet>
  )
}
