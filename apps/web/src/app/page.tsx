import { Suspense } from 'react'
import { JoinRoute } from '../join/join-route.tsx'
import { OneMoment } from '../look/one-moment.tsx'

export default function Page() {
  return (
    <Suspense fallback={<OneMoment />}>
      <JoinRoute />
    </Suspense>
  )
}
