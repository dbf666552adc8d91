import { Suspense } from 'react'
import { PlayRoute } from '../../play/play-route.tsx'

export default function Page() {
  return (
    <Suspense>
      <PlayRoute />
    </Suspense>
  )
}
