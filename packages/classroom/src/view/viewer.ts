import type { PersonId, RoomId } from '../ids.ts'

/** Somebody who looks, and from where. Each has one view and gets its changes. */
export type Viewer =
  /** A person in their own seat, or waiting for one. */
  | { readonly kind: 'person'; readonly person: PersonId }
  /** An instructor who looks into a room. */
  | { readonly kind: 'watch'; readonly room: RoomId; readonly person: PersonId }
  /** An instructor's picture of the whole class. */
  | { readonly kind: 'console' }
  | { readonly kind: 'projector' }

export const CONSOLE: Viewer = { kind: 'console' }
export const PROJECTOR: Viewer = { kind: 'projector' }

export function viewerKey(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'person':
      return `person:${viewer.person}`
    case 'watch':
      return `watch:${viewer.room}:${viewer.person}`
    default:
      return viewer.kind
  }
}
