import { Suspense } from 'react'
import { DebriefRoute } from '../../debrief/debrief-route.tsx'

export default function Page() {
  return (
    <Suspense>
      <DebriefRoute />
    </Suspense>
  )
}
