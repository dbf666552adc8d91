import { Suspense } from 'react'
import { ConsoleRoute } from '../../console/console-route.tsx'

export default function Page() {
  return (
    <Suspense>
      <ConsoleRoute />
    </Suspense>
  )
}
