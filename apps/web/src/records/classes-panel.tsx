import type { ClassRow } from '@evenkeel/insight/report'
import { Download, Upload } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Panel } from '../look/page.tsx'
import { recordsWords } from '../words/en/records.ts'
import { classAddress } from './addresses.ts'
import { dayText, dayTimeText } from './dates.ts'
import forms from './forms.module.css'
import look from './lists.module.css'
import frame from './records.module.css'
import { RecordsFrame } from './records-frame.tsx'

const say = recordsWords.list

export interface ClassesPanelProps {
  classes: readonly ClassRow[]
  said: { ok: boolean; say: string } | undefined
  busy: boolean
  onImport: (file: File, done: string) => void
}

export function ClassesPanel({ classes, ...bring }: ClassesPanelProps) {
  return (
    <RecordsFrame at="classes">
      <div className={frame.stack}>
        <div>
          <h1>{recordsWords.title}</h1>
          <p className={frame.soft}>{say.about}</p>
        </div>
        {classes.length === 0 && <p>{say.none}</p>}
        <ul className={look.list}>
          {classes.map(each => (
            <li key={each.class}>
              <ClassEntry row={each} />
            </li>
          ))}
        </ul>
        {classes.some(({ kind }) => kind === 'assessed') && (
          <p>
            <a className={look.file} href="/api/records/ratings.csv" download>
              <Download aria-hidden="true" size={20} />
              <span>{say.all}</span>
            </a>
          </p>
        )}
        <ImportForm {...bring} />
      </div>
    </RecordsFrame>
  )
}

function ClassEntry({ row }: { row: ClassRow }) {
  return (
    <Panel>
      <div className={frame.between}>
        <div>
          <h2>
            <a className={look.titleLink} href={classAddress(row.class)}>
              <bdi>{row.title}</bdi>
            </a>
          </h2>
          <p className={look.facts}>
            <span>{dayTimeText(row.openedAt)}</span>
            <span>{say.kind[row.kind]}</span>
            <span>{say.facts(row.trainees, row.scenes)}</span>
            {row.closedAt === null && <span>{say.running}</span>}
            {row.imported && <span>{say.imported}</span>}
            {row.goesAt !== null && <span>{say.goes(dayText(row.goesAt))}</span>}
          </p>
        </div>
      </div>
    </Panel>
  )
}

function ImportForm({ said, busy, onImport }: Omit<ClassesPanelProps, 'classes'>) {
  const [file, setFile] = useState<File>()
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(file === undefined)
    if (file !== undefined) onImport(file, say.importDone)
  }
  const wrong = missing ? say.importChoose : said?.ok === false ? said.say : undefined
  return (
    <form onSubmit={submit} className={frame.quietPart}>
      <h2>{say.importTitle}</h2>
      <p className={frame.soft}>{say.importAbout}</p>
      <label className={forms.fileField}>
        <span>{say.importFile}</span>
        <input
          type="file"
          accept=".jsonl,application/x-ndjson"
          onChange={event => setFile(event.target.files?.[0])}
        />
      </label>
      <p role="alert" className={frame.wrong}>
        {wrong}
      </p>
      <p role="status">{said?.ok && !missing ? said.say : ''}</p>
      <Button type="submit" busy={busy} icon={<Upload size={20} />}>
        {say.importGo}
      </Button>
    </form>
  )
}
