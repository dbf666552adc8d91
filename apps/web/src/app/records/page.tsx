import { Suspense } from 'react'
import { RecordsRoute } from '../../records/records-route.tsx'

export default function Page() {
  return (
    <Suspense>
      <RecordsRoute />
    </Suspense>
  )
}
