import type { LinkState } from '../live/class-link.ts'
import { linkWords } from '../words/en/link.ts'
import { Button } from './button.tsx'
import look from './link-banner.module.css'

/** The device itself says that it has no network; where it says nothing, the server may be what is gone. */
const isOffline = () => typeof navigator !== 'undefined' && navigator.onLine === false

/** Says honestly how the connection is, in the same place on every screen, without moving what is below it. */
export function LinkBanner({ state }: { state: Pick<LinkState, 'status' | 'refused'> }) {
  const { status, refused } = state
  const text =
    status === 'lost'
      ? isOffline()
        ? linkWords.offline
        : linkWords.reconnecting
      : status === 'connecting'
        ? linkWords.connecting
        : refused?.say
  return (
    <div className={look.place} role="status">
      {status !== 'live' && text && (
        <p className={look.banner}>
          <span>{text}</span>
          {refused?.kind === 'version' && (
            <Button kind="plain" onClick={() => location.reload()}>
              {linkWords.reload}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
