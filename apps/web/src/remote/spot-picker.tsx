import { words } from '../words/en.ts'
import look from './remote.module.css'
import type { RemoteScreenProps } from './remote-screen.tsx'
import { spotsOf } from './spots.ts'

/** Every spot as a number for the thumb. Pressing the one where one stands leaves it. */
export function SpotPicker({ view, walk }: RemoteScreenProps) {
  return (
    <section aria-label={words.remote.where}>
      <h2 className={look.small}>{words.remote.where}</h2>
      <div className={look.spots}>
        {spotsOf(view.rooms).map(spot => (
          <button
            key={spot}
            type="button"
            className={look.spot}
            aria-label={words.console.rooms.spot(spot)}
            aria-pressed={spot === walk.spot}
            onClick={() => walk.go(spot === walk.spot ? null : spot)}
          >
            {spot}
          </button>
        ))}
      </div>
    </section>
  )
}
