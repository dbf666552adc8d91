import { assertNever } from '../never.ts'
import type { ClassState } from '../state.ts'
import { consoleView } from './console-view.ts'
import { personView, watchView } from './person-view.ts'
import { projectorView } from './projector-view.ts'
import type { View } from './view.ts'
import type { Viewer } from './viewer.ts'

/** The whole view of one viewer, built by naming what it may see. */
export function viewOf(viewer: Viewer, state: ClassState): View {
  switch (viewer.kind) {
    case 'person':
      return personView(state, viewer.person)
    case 'watch':
      return watchView(state, viewer.room, viewer.person)
    case 'console':
      return consoleView(state)
    case 'projector':
      return projectorView(state)
    default:
      return assertNever(viewer)
  }
}
