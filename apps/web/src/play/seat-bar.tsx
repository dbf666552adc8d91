'use client'

import type { Me, RoomView } from '@evenkeel/classroom/view'
import { ALargeSmall } from 'lucide-react'
import { useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { RoleBadge } from '../look/role.tsx'
import { playWords } from '../words/en/play.ts'
import { productName } from '../words/en/product.ts'
import { ReadingSheet } from './reading-sheet.tsx'
import { SafetyBar } from './safety-bar.tsx'
import look from './seat-bar.module.css'
import { seatOfMe } from './stage.ts'

interface SeatBarProps {
  me: Me
  /** Null between rounds, while sitting out and at the end. */
  room: RoomView | null
  act: Act
  live: boolean
  clock?: string | undefined
  /** The class is over: nothing can be stopped any more and nobody would hear a call. */
  over?: boolean
}

/** Role, spot, clock, reading help and the three buttons: the same bar in the same place on every screen of a person. */
export function SeatBar({ me, room, act, live, clock, over }: SeatBarProps) {
  const [reading, setReading] = useState(false)
  return (
    <div className={look.bar}>
      <div className={look.top}>
        {room === null || over ? (
          <strong>{productName}</strong>
        ) : (
          <>
            <RoleBadge role={seatOfMe(room)} />
            <span className={look.spot}>{playWords.spot(room.spot)}</span>
          </>
        )}
        <span className={look.clock}>{clock}</span>
        <button type="button" className={look.reading} onClick={() => setReading(true)}>
          <ALargeSmall aria-hidden="true" size={24} />
          <span className="visually-hidden">{playWords.reading.open}</span>
        </button>
      </div>
      {!over && <SafetyBar me={me} room={room} act={act} live={live} />}
      <ReadingSheet
        open={reading}
        onClose={() => setReading(false)}
        factor={me.reading}
        {...(room !== null && { glossary: room.card.glossary })}
        {...(!over && { onFactor: factor => void act('SetReading', { factor }) })}
      />
    </div>
  )
}
