import { Suspense } from 'react'
import { CardsRoute } from '../../cards/cards-route.tsx'

export default function Page() {
  return (
    <Suspense>
      <CardsRoute />
    </Suspense>
  )
}
