import { GalleryGate } from '../../gallery/gallery-gate.tsx'

export default function Page() {
  return <GalleryGate />
}
