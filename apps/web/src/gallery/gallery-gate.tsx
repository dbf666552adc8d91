'use client'

import { lazy, Suspense } from 'react'
import { words } from '../words/en.ts'

const here = process.env.NODE_ENV !== 'production' || process.env.NEXT_PUBLIC_GALLERY === '1'

/** Fetched only where there is a gallery, so that its made-up views weigh on no page of a real class. */
const Gallery = lazy(async () => ({ default: (await import('./gallery.tsx')).Gallery }))

/** For development and for photographs. A build for people has this one sentence. */
export function GalleryGate() {
  if (!here) return <p>{words.debrief.gallery.notHere}</p>
  return (
    <Suspense>
      <Gallery />
    </Suspense>
  )
}
