import { Suspense } from 'react'
import { words } from '../../words/en.ts'

/** For development and for photographs. A build for people has this one sentence and nothing of the panels. */
export default async function Page() {
  if (process.env.NODE_ENV !== 'production' || process.env.NEXT_PUBLIC_GALLERY === '1') {
    const { Gallery } = await import('../../gallery/gallery.tsx')
    return (
      <Suspense>
        <Gallery />
      </Suspense>
    )
  }
  return <p>{words.debrief.gallery.notHere}</p>
}
