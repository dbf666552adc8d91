import type { ReactNode } from 'react'
import { fieldId, Said, useCheckedField } from './checked.tsx'
import look from './edit.module.css'

/** One part of the card in the form, with what concerns all of it on top. */
export function Section({
  field,
  title,
  aside,
  children,
}: {
  field: string
  title: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  const { wrong, notice } = useCheckedField(field)
  const id = fieldId(field)
  return (
    <section className={look.section} aria-labelledby={`${id}-title`}>
      <div className={look.sectionHead}>
        <h2 id={`${id}-title`} data-part={field}>
          {title}
        </h2>
        {aside}
      </div>
      <div id={id} tabIndex={-1} className={look.target}>
        <Said id={`${id}-said`} wrong={wrong} notice={notice} />
      </div>
      {children}
    </section>
  )
}

/** A few fields that belong together, such as one trigger. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={look.group}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
