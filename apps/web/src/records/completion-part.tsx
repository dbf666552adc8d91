import type { Completion } from '@evenkeel/insight/report'
import { type FormEvent, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { recordsWords } from '../words/en/records.ts'
import { completionAddress } from './addresses.ts'
import type { ClassPanelProps } from './class-panel.tsx'
import look from './forms.module.css'
import frame from './records.module.css'

const say = recordsWords.completion
const FIELDS = ['course', 'hours', 'instructor', 'licence'] as const

/** The school's own fields. */
export function CompletionPart({ page, onCompletion }: Pick<ClassPanelProps, 'page' | 'onCompletion'>) {
  const [fields, setFields] = useState<Completion>(page.completion)
  const [saved, setSaved] = useState(false)
  const signed = page.attendance.some(row => row.signed !== null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaved(await onCompletion(fields))
  }
  return (
    <section className={`${frame.part} ${frame.screenOnly}`}>
      <h2>{say.title}</h2>
      <p className={frame.soft}>{say.about}</p>
      <form onSubmit={submit} className={look.fields}>
        {FIELDS.map(field => (
          <Field
            key={field}
            label={say[field]}
            value={fields[field]}
            maxLength={200}
            onChange={event => {
              setSaved(false)
              setFields({ ...fields, [field]: event.target.value })
            }}
          />
        ))}
        <div className={frame.between}>
          <Button type="submit">{recordsWords.save}</Button>
          <span role="status">{saved ? recordsWords.saved : ''}</span>
        </div>
      </form>
      {signed ? (
        <p>
          <a className="way" href={completionAddress(page.class.class)}>
            {say.open}
          </a>
        </p>
      ) : (
        <p>{say.none}</p>
      )}
    </section>
  )
}
