import { type FormEvent, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { recordsWords } from '../words/en/records.ts'
import type { ClassPanelProps } from './class-panel.tsx'
import { dayText } from './dates.ts'
import { ForGood } from './for-good.tsx'
import look from './forms.module.css'
import frame from './records.module.css'

const say = recordsWords.keeping
type How = 'deployment' | 'days' | 'always'

/** How long a class is kept, and its end before that. */
export function KeepingPart({
  page,
  onKept,
  onDelete,
}: Pick<ClassPanelProps, 'page' | 'onKept' | 'onDelete'>) {
  const { title, keptDays, keptBy, goesAt } = page.class
  const [how, setHow] = useState<How>(
    keptBy === 'deployment' ? 'deployment' : keptDays === null ? 'always' : 'days',
  )
  const [days, setDays] = useState(String(keptDays ?? 365))
  const [saved, setSaved] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = how === 'deployment' ? how : how === 'always' ? null : Math.round(Number(days))
    setSaved(await onKept(wanted))
  }
  return (
    <section className={`${frame.part} ${frame.screenOnly}`}>
      <h2>{say.title}</h2>
      <p>{keptDays === null || goesAt === null ? say.forever : say.until(keptDays, dayText(goesAt))}</p>
      <form onSubmit={submit} className={frame.stackSmall}>
        <fieldset className={look.choices}>
          <legend>{say.how}</legend>
          {(['deployment', 'days', 'always'] as const).map(option => (
            <label key={option}>
              <input
                type="radio"
                name="kept"
                checked={how === option}
                onChange={() => {
                  setSaved(false)
                  setHow(option)
                }}
              />
              <span>{say[option]}</span>
            </label>
          ))}
        </fieldset>
        {how === 'days' && (
          <Field
            label={say.days}
            inputMode="numeric"
            value={days}
            onChange={event => setDays(event.target.value)}
          />
        )}
        <div className={frame.between}>
          <Button type="submit">{recordsWords.save}</Button>
          <span role="status">{saved ? recordsWords.saved : ''}</span>
        </div>
      </form>
      <ForGood
        button={say.remove}
        title={say.removeAsk(title)}
        means={say.removeMeans}
        yes={say.removeYes}
        onYes={onDelete}
      />
    </section>
  )
}
