import type { Claims } from '@evenkeel/protocol/constants'
import { Smartphone } from 'lucide-react'
import { useState } from 'react'
import { clockText } from '../live/use-now.ts'
import { Button } from '../look/button.tsx'
import { Names } from '../look/names.tsx'
import { words } from '../words/en.ts'
import own from './claims-list.module.css'
import look from './console.module.css'

export interface ClaimsProps {
  claims?: Claims['claims']
  names: Readonly<Record<string, string>>
  presence: Readonly<Record<string, 'here' | 'away'>>
  now: number
  hidden: boolean
  /** `person`: whose seat it is; null: no. Resolves to a sentence if it was refused. */
  onClaim?: (claim: string, person: string | null) => Promise<string | undefined>
}

/** Who asks for their seat from a second device: name, what device, since when; yes or no. */
export function ClaimsList({ claims = [], names, presence, now, hidden, onClaim }: ClaimsProps) {
  const say = words.console.people
  const [wrong, setWrong] = useState<string>()
  const open = claims.filter(({ until }) => now < until)
  const answer = async (claim: string, person: string | null) => setWrong(await onClaim?.(claim, person))
  if (open.length === 0) return wrong === undefined ? null : <p role="alert">{wrong}</p>
  if (hidden) {
    return (
      <p className={own.claim} role="status">
        {say.claimsHidden(open.length)}
      </p>
    )
  }
  return (
    <>
      {wrong !== undefined && <p role="alert">{wrong}</p>}
      <ul className={look.list} aria-label={say.claims}>
        {open.map(({ id, people, digits, device, askedAt }) => (
          <li key={id} className={own.claim}>
            <span className={look.who}>
              <Smartphone size={20} aria-hidden="true" />
              <strong role="status">
                <Names of={people.map(person => names[person] ?? person)} />
              </strong>
              <span>{say.asksSeat}</span>
              <span>{say.shows(say.devices[device], digits)}</span>
              <span>{say.since(clockText(Math.max(0, now - askedAt)))}</span>
            </span>
            {people.some(person => presence[person] === 'here') && <span>{say.stillHere}</span>}
            <span className={look.spread}>
              {people.map(person => (
                <Button key={person} onClick={() => void answer(id, person)}>
                  {people.length === 1 ? say.giveSeat : say.giveSeatOf(names[person] ?? person)}
                </Button>
              ))}
              <Button onClick={() => void answer(id, null)}>{say.noSeat}</Button>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
