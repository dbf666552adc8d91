import type { AttendanceRow, ClassPage } from '@evenkeel/insight/report'
import { ArrowLeft, Printer } from 'lucide-react'
import { Button } from '../look/button.tsx'
import { recordsWords } from '../words/en/records.ts'
import { classAddress } from './addresses.ts'
import look from './completion.module.css'
import { dayText, dayTimeText } from './dates.ts'
import frame from './records.module.css'

const say = recordsWords.completion

/** One page for each person who is signed for: attendance, and the fields of the school. */
export function CompletionPages({ page }: { page: ClassPage }) {
  const signed = page.attendance.filter(row => row.signed !== null && row.role === 'trainee')
  return (
    <main className={look.pages}>
      <div className={`${frame.between} ${frame.screenOnly}`}>
        <a href={classAddress(page.class.class)} className={frame.back}>
          <ArrowLeft aria-hidden="true" size={20} />
          <bdi>{page.class.title}</bdi>
        </a>
        <Button kind="primary" icon={<Printer size={20} />} onClick={() => window.print()}>
          {recordsWords.print}
        </Button>
      </div>
      <h1 className="visually-hidden">{say.title}</h1>
      {signed.length === 0 && <p>{say.none}</p>}
      {signed.map(row => (
        <CompletionRecord key={row.person} row={row} page={page} />
      ))}
    </main>
  )
}

function CompletionRecord({ row, page }: { row: AttendanceRow; page: ClassPage }) {
  const { completion } = page
  const no = (text: string) => (text === '' ? say.no : text)
  const attendance = recordsWords.attendance
  const facts: readonly (readonly [label: string, text: string])[] = [
    [say.person, row.name === '' ? recordsWords.noName : row.name],
    [attendance.number, no(row.staffNumber)],
    [say.course, no(completion.course)],
    [recordsWords.person.date, page.class.title],
    [say.date, dayText(page.class.openedAt)],
    [attendance.present, recordsWords.minutes(row.present)],
    [say.hours, no(completion.hours)],
    [say.instructor, no(completion.instructor)],
    [say.licence, no(completion.licence)],
    [attendance.serial, no(row.serial)],
    [
      attendance.signed,
      row.signed === null ? say.no : attendance.signedBy(row.signed.by, dayTimeText(row.signed.at)),
    ],
  ]
  return (
    <article className={look.record}>
      <h2 className={look.recordTitle}>{say.record}</h2>
      <dl>
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p className={look.signature}>{say.signature}</p>
      <p className={frame.small}>{say.foot}</p>
    </article>
  )
}
