import type { AttendanceRow } from '@evenkeel/insight/report'
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../look/button.tsx'
import { recordsWords } from '../words/en/records.ts'
import type { ClassPanelProps } from './class-panel.tsx'
import { dayTimeText } from './dates.ts'
import { ForGoodSheet } from './for-good.tsx'
import forms from './forms.module.css'
import frame from './records.module.css'
import look from './table.module.css'
import { TableScroll } from './table-scroll.tsx'

const { attendance: say, keeping } = recordsWords

type AttendanceProps = Pick<ClassPanelProps, 'page' | 'onSign' | 'onSerial' | 'onForget'>

/** Who was there, for how long, and who signed for it. */
export function AttendancePart({ page, onSign, onSerial, onForget }: AttendanceProps) {
  const { attendance } = page
  const [leaving, setLeaving] = useState<AttendanceRow>()
  const trainees = attendance.filter(({ role }) => role === 'trainee')
  const unsigned = trainees.filter(({ signed }) => signed === null).map(({ person }) => person)
  return (
    <section className={frame.part}>
      <h2>{say.title}</h2>
      <p className={frame.soft}>{say.about}</p>
      {attendance.length === 0 ? (
        <p>{say.nobody}</p>
      ) : (
        <TableScroll label={say.title}>
          <table className={look.table}>
            <thead>
              <tr>
                <th scope="col">{say.person}</th>
                <th scope="col">{say.number}</th>
                <th scope="col">{say.present}</th>
                <th scope="col">{say.signed}</th>
                <th scope="col">{say.serial}</th>
                <th scope="col" className={frame.screenOnly}>
                  {say.forget}
                </th>
              </tr>
            </thead>
            <tbody>
              {attendance.map(row => (
                <PersonRow
                  key={row.person}
                  row={row}
                  onSign={signed => onSign([row.person], signed)}
                  onSerial={serial => onSerial(row.person, serial)}
                  onForget={() => setLeaving(row)}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {unsigned.length > 0 && (
        <div className={frame.screenOnly}>
          <Button icon={<PenLine size={20} />} onClick={() => onSign(unsigned, true)}>
            {say.signAll}
          </Button>
        </div>
      )}
      <ForGoodSheet
        title={keeping.personAsk(leaving?.name ?? '')}
        means={keeping.personMeans}
        yes={keeping.personYes}
        open={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        onYes={() => leaving && onForget(leaving.person)}
      />
    </section>
  )
}

interface PersonRowProps {
  row: AttendanceRow
  onSign: (signed: boolean) => Promise<boolean>
  onSerial: (serial: string) => Promise<boolean>
  onForget: () => void
}

function PersonRow({ row, onSign, onSerial, onForget }: PersonRowProps) {
  const { name, role, signed } = row
  const [serial, setSerial] = useState(row.serial)
  const known = name === '' ? recordsWords.noName : name
  const trainee = role === 'trainee'
  return (
    <tr>
      <th scope="row">
        <bdi>{known}</bdi>
        {!trainee && <span className={frame.soft}>{` (${say.roles[role]})`}</span>}
      </th>
      <td>
        <bdi>{row.staffNumber}</bdi>
      </td>
      <td className={look.number}>{recordsWords.minutes(row.present)}</td>
      <td>
        {trainee && (
          <span className={look.signing}>
            <span>{signed === null ? say.notSigned : say.signedBy(signed.by, dayTimeText(signed.at))}</span>
            <Button kind="plain" className={frame.screenOnly} onClick={() => onSign(signed === null)}>
              {signed === null ? say.sign : say.unsign}
            </Button>
          </span>
        )}
      </td>
      <td>
        {trainee && (
          <input
            className={forms.serial}
            aria-label={`${say.serial}, ${known}`}
            value={serial}
            maxLength={200}
            onChange={event => setSerial(event.target.value)}
            onBlur={() => serial !== row.serial && void onSerial(serial)}
          />
        )}
      </td>
      <td className={frame.screenOnly}>
        {name !== '' && (
          <Button kind="plain" aria-label={`${say.forget} ${known}`} onClick={onForget}>
            {say.forget}
          </Button>
        )}
      </td>
    </tr>
  )
}
