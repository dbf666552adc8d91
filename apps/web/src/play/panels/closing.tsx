import type { Me, RoomView } from '@evenkeel/classroom/view'
import type { Act } from '../../live/class-link.ts'
import type { OutboxState } from '../../live/outbox.ts'
import { Panel, Stack } from '../../look/page.tsx'
import { playWords } from '../../words/en/play.ts'
import { ClassLines } from '../class-lines.tsx'
import prose from '../prose.module.css'
import { TakeAlong } from '../take-along.tsx'
import { TakeCopy } from '../take-copy.tsx'

const text = playWords.closing

interface ClosingProps {
  me: Me
  room: RoomView | null
  worked: readonly string[]
  act: Act
  outbox: OutboxState
  /** Where this person's own copy is; undefined where there is no server, as in the gallery. */
  copyAt: string | undefined
}

/** The class is over: what each takes along, their notes, and their own copy. */
export function Closing({ me, room, worked, act, outbox, copyAt }: ClosingProps) {
  return (
    <Stack gap={5}>
      <Stack gap={3}>
        <h1>{text.title}</h1>
        <p>{text.take}</p>
      </Stack>
      <TakeAlong me={me} act={act} outbox={outbox} primary after />
      <ClassLines me={me} worked={worked} act={act} />
      {room !== null && room.notes.length > 0 && (
        <Panel>
          <Stack gap={2}>
            <h2>{text.notes}</h2>
            {room.notes.map(note => (
              <p key={note.at} dir="auto" className={prose.lines}>
                {note.text}
              </p>
            ))}
          </Stack>
        </Panel>
      )}
      {copyAt !== undefined && <TakeCopy address={copyAt} takeAlong={me.takeAlong} />}
      <p className={prose.soft}>{text.out}</p>
    </Stack>
  )
}
