import { recordsWords } from '../words/en/records.ts'
import look from './lists.module.css'

const say = recordsWords.page
/** More links than this hide what they belong to. */
const MOST = 4

export interface Link {
  readonly href: string
  readonly name: string
}

interface LinksProps {
  links: readonly Link[]
  /** Says what they are and folds them all away; without it the first few stand open. */
  folded?: string | undefined
}

/** Where a number comes from, as places to go to. */
export function Links({ links, folded }: LinksProps) {
  if (links.length === 0) return null
  const few = folded === undefined ? links.slice(0, MOST) : []
  const rest = links.slice(few.length)
  return (
    <div className={look.links}>
      {few.length > 0 && <span>{say.see}</span>}
      <Chips links={few} />
      {rest.length > 0 && (
        <details className={look.rest}>
          <summary>{folded ?? say.more(rest.length)}</summary>
          <div className={look.links}>
            <Chips links={rest} />
          </div>
        </details>
      )}
    </div>
  )
}

const Chips = ({ links }: { links: readonly Link[] }) =>
  links.map(({ href, name }) => (
    <a key={href} className={look.chip} href={href}>
      {name}
    </a>
  ))
