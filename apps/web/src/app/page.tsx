import { Suspense } from 'react'
import { JoinRoute } from '../join/join-route.tsx'

export default function Page() {
  return (
    <Suspense>
      <JoinRoute />
    </Suspense>
  )
}
