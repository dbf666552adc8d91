import type { Asked } from '../live/ask.ts'
import { recordsWords as say } from '../words/en/records.ts'
import look from './records.module.css'
import { RecordsFrame } from './records-frame.tsx'

/** While something is fetched, and when it could not be. */
export function NotLoaded({
  at,
  asked,
}: {
  at: 'classes' | 'people'
  asked: Extract<Asked<unknown>, { ok: false }> | undefined
}) {
  return (
    <RecordsFrame at={at}>
      <div className={look.stack}>
        <h1>{say.title}</h1>
        {asked === undefined && <p role="status">{say.wait}</p>}
        {asked !== undefined && <p role="alert">{asked.kind === 'signed-out' ? say.signIn : asked.say}</p>}
        {asked?.kind === 'signed-out' && (
          <p>
            <a className="way" href="/console/">
              {say.goSignIn}
            </a>
          </p>
        )}
      </div>
    </RecordsFrame>
  )
}
