import type { ClassPage, Completion } from '@evenkeel/insight/report'
import { Printer } from 'lucide-react'
import { Button } from '../look/button.tsx'
import { recordsWords } from '../words/en/records.ts'
import { AgreementPart } from './agreement-part.tsx'
import { AttendancePart } from './attendance-part.tsx'
import { BesidePart } from './beside-part.tsx'
import { CompletionPart } from './completion-part.tsx'
import { dayTimeText } from './dates.ts'
import { ExportsPart } from './exports-part.tsx'
import { ItemsPart } from './items-part.tsx'
import { KeepingPart } from './keeping-part.tsx'
import look from './lists.module.css'
import { MomentsPart } from './moments-part.tsx'
import frame from './records.module.css'
import { RecordsFrame } from './records-frame.tsx'
import { ScenesPart } from './scenes-part.tsx'
import { TeachNextPart } from './teach-next-part.tsx'

export interface ClassPanelProps {
  page: ClassPage
  wrong: string | undefined
  /** Each resolves to whether it was done. */
  onSign: (people: readonly string[], signed: boolean) => Promise<boolean>
  onSerial: (person: string, serial: string) => Promise<boolean>
  onCompletion: (completion: Completion) => Promise<boolean>
  onKept: (days: number | null | 'deployment') => Promise<boolean>
  onForget: (person: string) => Promise<boolean>
  onDelete: () => unknown
}

/** After class: what to teach next first, the numbers behind it, then what the school keeps. */
export function ClassPanel(props: ClassPanelProps) {
  const { page, wrong } = props
  const { title, openedAt, kind, trainees, scenes } = page.class
  const say = recordsWords.list
  return (
    <RecordsFrame at="classes" inside>
      <div className={frame.stack}>
        <div className={frame.between}>
          <div>
            <h1>
              <bdi>{title}</bdi>
            </h1>
            <p className={look.facts}>
              <span>{dayTimeText(openedAt)}</span>
              <span>{say.kind[kind]}</span>
              <span>{say.facts(trainees, scenes)}</span>
            </p>
          </div>
          <div className={frame.screenOnly}>
            <Button icon={<Printer size={20} />} onClick={() => window.print()}>
              {recordsWords.print}
            </Button>
          </div>
        </div>
        <p role="alert" className={frame.wrong}>
          {wrong}
        </p>
        {page.scenes.length === 0 ? (
          <p>{say.noneYet}</p>
        ) : (
          <>
            <TeachNextPart page={page} />
            <ItemsPart page={page} />
            <MomentsPart page={page} />
            <AgreementPart page={page} />
            <BesidePart page={page} />
            <ScenesPart page={page} />
          </>
        )}
        <AttendancePart {...props} />
        <CompletionPart {...props} />
        <ExportsPart page={page} />
        <KeepingPart {...props} />
      </div>
    </RecordsFrame>
  )
}
