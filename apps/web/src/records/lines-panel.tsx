import type { Line } from '@evenkeel/classroom/view'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../look/button.tsx'
import { RoleBadge } from '../look/role.tsx'
import { Sheet } from '../look/sheet.tsx'
import { recordsWords } from '../words/en/records.ts'
import { classAddress } from './addresses.ts'
import look from './lists.module.css'
import frame from './records.module.css'
import type { ShownRoom } from './records-calls.ts'
import { RecordsFrame } from './records-frame.tsx'

const say = recordsWords.lines

export interface LinesPanelProps {
  classId: string
  shown: ShownRoom
  wrong: string | undefined
  onTakeOut: (scene: string, line: number) => Promise<void>
}

/** What was said in a room, to take single lines out for good: a name that somebody typed, for instance. */
export function LinesPanel({ classId, shown, wrong, onTakeOut }: LinesPanelProps) {
  const [asked, setAsked] = useState<{ scene: string; line: Line }>()
  const [busy, setBusy] = useState(false)
  const scenes = shown.view.room?.scenes ?? []
  const none = scenes.every(({ lines }) => lines.length === 0)
  const takeOut = async () => {
    if (asked === undefined) return
    setBusy(true)
    await onTakeOut(asked.scene, asked.line.n)
    setBusy(false)
    setAsked(undefined)
  }
  return (
    <RecordsFrame at="classes" inside>
      <div className={frame.stack}>
        <a className={frame.back} href={classAddress(classId)}>
          <ArrowLeft aria-hidden="true" size={20} />
          <bdi>{shown.class.title}</bdi>
        </a>
        <div>
          <h1>{say.title}</h1>
          <p className={frame.soft}>{say.about}</p>
        </div>
        <p role="alert" className={frame.wrong}>
          {wrong}
        </p>
        {none && <p>{say.none}</p>}
        {scenes.map(scene => (
          <ul key={scene.id} className={look.list}>
            {scene.lines.map(line => (
              <li key={line.n} className={look.spoken}>
                <RoleBadge role={line.seat} />
                <bdi>{line.text}</bdi>
                <Button
                  kind="plain"
                  aria-label={say.takeOutLine(line.n)}
                  onClick={() => setAsked({ scene: scene.id, line })}
                >
                  {say.takeOut}
                </Button>
              </li>
            ))}
          </ul>
        ))}
      </div>
      <Sheet
        title={say.ask}
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        close={recordsWords.cancel}
      >
        <p>
          <bdi>{asked?.line.text}</bdi>
        </p>
        <p>{say.means}</p>
        <Button kind="danger" wide busy={busy} onClick={takeOut}>
          {say.yes}
        </Button>
      </Sheet>
    </RecordsFrame>
  )
}
