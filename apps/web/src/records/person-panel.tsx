import type { PersonPage } from '@evenkeel/insight/report'
import { Printer } from 'lucide-react'
import { Button } from '../look/button.tsx'
import { recordsWords } from '../words/en/records.ts'
import { classAddress } from './addresses.ts'
import { dayText, dayTimeText } from './dates.ts'
import { ForGood } from './for-good.tsx'
import look from './lists.module.css'
import { ProgressPart } from './progress-part.tsx'
import frame from './records.module.css'
import { RecordsFrame } from './records-frame.tsx'
import { BesideOverClasses, SeatsPart } from './seats-part.tsx'
import table from './table.module.css'
import { TableScroll } from './table-scroll.tsx'

const say = recordsWords.person

export interface PersonPanelProps {
  page: PersonPage
  wrong: string | undefined
  onUndo: (merge: string) => void
  onForget: () => unknown
}

export function PersonPanel({ page, wrong, onUndo, onForget }: PersonPanelProps) {
  const { entry, progress } = page
  const { customer, officer, observer } = progress.played
  return (
    <RecordsFrame at="people" inside>
      <div className={frame.stack}>
        <div className={frame.between}>
          <div>
            <h1>
              <bdi>{entry.name}</bdi>
            </h1>
            <p className={look.facts}>
              <bdi>{entry.staffNumber}</bdi>
              <span>{recordsWords.minutes(entry.present)}</span>
              <span>{say.playedText(customer.length, officer.length, observer.length)}</span>
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
        <ProgressPart
          page={page}
          title={say.progress}
          about={say.progressAbout}
          items={progress.items}
          titles={page.titles.items}
          none={say.noProgress}
        />
        {progress.customers.length > 0 && (
          <ProgressPart
            page={page}
            title={say.customers}
            about=""
            items={progress.customers}
            titles={page.titles.customerItems}
            none=""
          />
        )}
        <BesideOverClasses page={page} />
        <SeatsPart page={page} />
        <ClassesTaken page={page} />
        {entry.merged.length > 0 && (
          <section className={`${frame.part} ${frame.screenOnly}`}>
            <h2>{say.merged}</h2>
            <ul className={look.files}>
              {entry.merged.map(({ id, name, staffNumber }) => (
                <li key={id} className={frame.between}>
                  <bdi>{`${name} ${staffNumber}`}</bdi>
                  <Button onClick={() => onUndo(id)}>{say.undo}</Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <ForgetPart name={entry.name} onForget={onForget} />
      </div>
    </RecordsFrame>
  )
}

function ClassesTaken({ page }: { page: PersonPage }) {
  const attendance = recordsWords.attendance
  return (
    <section className={frame.part}>
      <h2>{say.classes}</h2>
      <TableScroll label={say.classes}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{say.date}</th>
              <th scope="col">{recordsWords.completion.date}</th>
              <th scope="col">{attendance.present}</th>
              <th scope="col">{attendance.signed}</th>
            </tr>
          </thead>
          <tbody>
            {page.classes.map(each => (
              <tr key={`${each.class} ${each.person}`}>
                <th scope="row">
                  <a className={look.rowLink} href={classAddress(each.class)}>
                    <bdi>{each.title}</bdi>
                  </a>
                </th>
                <td>{dayText(each.openedAt)}</td>
                <td className={table.number}>{recordsWords.minutes(each.present)}</td>
                <td>
                  {each.signed === null
                    ? attendance.notSigned
                    : attendance.signedBy(each.signed.by, dayTimeText(each.signed.at))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}

function ForgetPart({ name, onForget }: { name: string; onForget: () => unknown }) {
  const keeping = recordsWords.keeping
  return (
    <section className={`${frame.part} ${frame.screenOnly}`}>
      <ForGood
        button={keeping.personYes}
        title={keeping.personAsk(name)}
        means={keeping.personMeans}
        yes={keeping.personYes}
        onYes={onForget}
      />
    </section>
  )
}
