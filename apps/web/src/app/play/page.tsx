import { Suspense } from 'react'
import { OneMoment } from '../../look/one-moment.tsx'
import { PlayRoute } from '../../play/play-route.tsx'

export default function Page() {
  return (
    <Suspense fallback={<OneMoment />}>
      <PlayRoute />
    </Suspense>
  )
}
