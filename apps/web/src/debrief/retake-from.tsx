'use client'

import type { RoomView } from '@evenkeel/classroom/view'
import { RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Stack } from '../look/page.tsx'
import { Sheet } from '../look/sheet.tsx'
import { words } from '../words/en.ts'
import type { Playhead } from './playhead.ts'
import look from './retake.module.css'
import { timeText } from './shown-scene.ts'
import { usePlayheadAt } from './use-playhead.ts'

const told = words.debrief.retake

interface RetakeFromProps {
  room: RoomView
  act: Act
  head: Playhead
  /** Where the retake that is being asked about would start (ms); undefined while nobody asks. */
  from: number | undefined
  /** It has to stay the same function. */
  onFrom: (offset: number | undefined) => void
}

/** Who may start one, and when: a player or an instructor, in the debrief, with both seats filled. */
export const mayRetake = ({ seat, phase, seats }: Pick<RoomView, 'seat' | 'phase' | 'seats'>): boolean =>
  seat !== 'observer' && phase.name === 'debrief' && seats.customer !== null && seats.officer !== null

/** Two minutes again from the playhead or a line. It starts for the whole room, so it asks once. */
export function RetakeFrom({ room: { id, scene, seat }, act, head, from, onFrom }: RetakeFromProps) {
  const [refused, setRefused] = useState('')
  const time = timeText(usePlayheadAt(head, ({ instant }) => Math.floor(instant.offset / 1_000)) * 1_000)
  const start = async (swapped: boolean) => {
    if (from === undefined) return
    const answer = await act('StartRetake', { place: { room: id, scene, seat }, offset: from, swapped })
    if (answer.ok) close()
    else setRefused(answer.say)
  }
  const close = () => {
    setRefused('')
    onFrom(undefined)
  }
  useEffect(() => {
    if (from !== undefined) head.pause()
  }, [head, from])
  // Somebody else may start one while this asks: it does not ask again after that.
  useEffect(() => () => onFrom(undefined), [onFrom])
  return (
    <div className={look.retakeFrom}>
      <Button icon={<RotateCcw size={20} />} onClick={() => onFrom(Math.floor(head.state.instant.offset))}>
        {told.from(time)}
      </Button>
      <Sheet title={told.from(timeText(from ?? 0))} open={from !== undefined} onClose={close} close={told.no}>
        <Stack gap={3}>
          <p>{told.means}</p>
          <Button kind="primary" wide onClick={() => void start(false)}>
            {told.same}
          </Button>
          <Button wide onClick={() => void start(true)}>
            {told.swapped}
          </Button>
          <p role="status">{refused}</p>
        </Stack>
      </Sheet>
    </div>
  )
}
