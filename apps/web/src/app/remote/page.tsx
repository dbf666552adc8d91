import { Suspense } from 'react'
import { RemoteRoute } from '../../remote/remote-route.tsx'

export default function Page() {
  return (
    <Suspense>
      <RemoteRoute />
    </Suspense>
  )
}
