import type { ReactNode } from 'react'
import { useCardLanguage } from '../../language/class-language.tsx'
import { type Role, RoleBadge } from '../../look/role.tsx'
import { cardsWords } from '../../words/en/cards.ts'
import { keyed } from '../keyed.ts'
import type { PaperPerson } from './class-on-paper.ts'
import look from './paper.module.css'

/** Where a sheet belongs in a class; absent when one card is printed by itself. */
export interface PaperPlace {
  readonly round: number
  readonly group: number
  readonly person: PaperPerson
}

const say = cardsWords.paper

/** One page for one person: for whom it is stands on top, so that a dropped stack can be sorted again. */
export function Sheet({
  seat,
  title,
  place,
  tight,
  children,
}: {
  seat: Role
  title: string
  place?: PaperPlace | undefined
  /** There is much on it: set smaller. */
  tight?: boolean
  children: ReactNode
}) {
  return (
    <article className={look.sheet} data-theme="light" data-tight={tight || undefined}>
      <header className={look.head}>
        <RoleBadge role={seat} />
        <h2>
          <bdi lang={useCardLanguage()}>{title}</bdi>
        </h2>
        {place !== undefined && (
          <p className={look.place}>
            <span>{say.round(place.round)}</span>
            <span>{say.group(place.group)}</span>
            <span>{say.person(place.person)}</span>
          </p>
        )}
      </header>
      {children}
    </article>
  )
}

/** A small heading with what belongs to it; never torn apart by a page. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={look.block}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Lines to write on. */
export function Rules() {
  return (
    <div className={look.rules}>
      <i />
      <i />
      <i />
    </div>
  )
}

export function Listed({ all }: { all: readonly string[] }) {
  return (
    <ul lang={useCardLanguage()}>
      {keyed(all).map(({ key, each }) => (
        <li key={key}>
          <bdi>{each}</bdi>
        </li>
      ))}
    </ul>
  )
}
