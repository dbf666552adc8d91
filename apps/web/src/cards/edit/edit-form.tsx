'use client'

import { AboutPart } from './about-part.tsx'
import { AfterPart, GlossaryPart, SharedPart, TwistsPart } from './after-parts.tsx'
import { CustomerPart } from './customer-part.tsx'
import type { DraftCard } from './draft-card.ts'
import { OfficerPart } from './officer-part.tsx'

export interface PartProps {
  readonly card: DraftCard
  readonly onChange: (card: DraftCard) => void
}

/** All fields of a card, in the order in which people come to need them. */
export function EditForm(props: PartProps) {
  return (
    <>
      <AboutPart {...props} />
      <SharedPart {...props} />
      <CustomerPart {...props} />
      <OfficerPart {...props} />
      <TwistsPart {...props} />
      <AfterPart {...props} />
      <GlossaryPart {...props} />
    </>
  )
}
