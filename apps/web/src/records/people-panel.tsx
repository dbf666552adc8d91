import type { RegisterEntry } from '@evenkeel/insight/report'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { recordsWords } from '../words/en/records.ts'
import { personAddress } from './addresses.ts'
import { dayText } from './dates.ts'
import forms from './forms.module.css'
import lists from './lists.module.css'
import frame from './records.module.css'
import { RecordsFrame } from './records-frame.tsx'
import look from './table.module.css'
import { TableScroll } from './table-scroll.tsx'

const say = recordsWords.register

export interface PeoplePanelProps {
  people: readonly RegisterEntry[]
  wrong: string | undefined
  onMerge: (from: string, into: string) => void
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

export function PeoplePanel({ people, wrong, onMerge }: PeoplePanelProps) {
  const [find, setFind] = useState('')
  const found = people.filter(({ name, staffNumber }) =>
    plain(`${name} ${staffNumber}`).includes(plain(find)),
  )
  return (
    <RecordsFrame at="people">
      <div className={frame.stack}>
        <div>
          <h1>{recordsWords.people}</h1>
          <p className={frame.soft}>{say.about}</p>
        </div>
        {people.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <>
            <Field label={say.find} value={find} onChange={event => setFind(event.target.value)} />
            {found.length === 0 && <p role="status">{say.noneFound}</p>}
            {found.length > 0 && <PeopleTable people={found} />}
            {people.length > 1 && <MergeForm people={people} wrong={wrong} onMerge={onMerge} />}
          </>
        )}
      </div>
    </RecordsFrame>
  )
}

function PeopleTable({ people }: { people: readonly RegisterEntry[] }) {
  return (
    <TableScroll label={recordsWords.people}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.number}</th>
            <th scope="col">{say.classes}</th>
            <th scope="col">{say.present}</th>
            <th scope="col">{say.last}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ key, name, staffNumber, classes, present, lastSeen }) => (
            <tr key={key}>
              <th scope="row">
                <a className={lists.rowLink} href={personAddress(key)}>
                  <bdi>{name}</bdi>
                </a>
              </th>
              <td>
                <bdi>{staffNumber}</bdi>
              </td>
              <td className={look.number}>{classes}</td>
              <td className={look.number}>{recordsWords.minutes(present)}</td>
              <td>{dayText(lastSeen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function MergeForm({ people, wrong, onMerge }: PeoplePanelProps) {
  const [from, setFrom] = useState('')
  const [into, setInto] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (from !== '' && into !== '') onMerge(from, into)
  }
  return (
    <form onSubmit={submit} className={frame.quietPart}>
      <h2>{say.merge}</h2>
      <p className={frame.soft}>{say.mergeAbout}</p>
      <div className={forms.fields}>
        <Choose label={say.mergeFirst} people={people} chosen={from} onChoose={setFrom} />
        <Choose label={say.mergeInto} people={people} chosen={into} onChoose={setInto} />
      </div>
      <p role="alert" className={frame.wrong}>
        {wrong}
      </p>
      <Button type="submit" disabled={from === '' || into === '' || from === into}>
        {say.mergeGo}
      </Button>
    </form>
  )
}

interface ChooseProps {
  label: string
  people: readonly RegisterEntry[]
  chosen: string
  onChoose: (key: string) => void
}

function Choose({ label, people, chosen, onChoose }: ChooseProps) {
  const id = useId()
  return (
    <div className={forms.choose}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen} onChange={event => onChoose(event.target.value)}>
        <option value="">{say.mergeNone}</option>
        {people.map(({ key, name, staffNumber, lastSeen }) => (
          <option key={key} value={key}>
            {say.entry(name, staffNumber, dayText(lastSeen))}
          </option>
        ))}
      </select>
    </div>
  )
}
