import type { RoomView } from '@evenkeel/classroom/view'
import { Panel, Stack } from '../../look/page.tsx'
import { words } from '../../words/en.ts'
import prose from '../prose.module.css'

const text = words.play.closing

/** The class is over; what the person wrote for themselves is still theirs to read. */
export function Closing({ room }: { room: RoomView | null }) {
  return (
    <Stack gap={5}>
      <h1>{text.title}</h1>
      <p>{text.take}</p>
      {room !== null && room.notes.length > 0 && (
        <Panel>
          <Stack gap={2}>
            <h2>{text.notes}</h2>
            {room.notes.map(note => (
              <p key={note.at} dir="auto">
                {note.text}
              </p>
            ))}
          </Stack>
        </Panel>
      )}
      <p className={prose.soft}>{text.out}</p>
    </Stack>
  )
}
