import type { ProjectorView } from '@evenkeel/classroom/view'
import { Qr } from '../look/qr.tsx'
import { words } from '../words/en.ts'
import { spacedCode } from './code-strip.tsx'
import { PreBrief } from './pre-brief.tsx'
import look from './project.module.css'
import type { WayIn } from './use-screen.ts'

const told = words.project

/** How to come in, how many have, and what everybody should know before it starts. */
export function Lobby({ view, wayIn }: { view: ProjectorView; wayIn: WayIn }) {
  const [address] = wayIn.addresses
  return (
    <main className={look.lobby}>
      <header className={look.head}>
        <h1 className={look.title}>
          <bdi>{view.class.title}</bdi>
        </h1>
      </header>
      <section className={look.comeIn} aria-label={told.scan}>
        {address && (
          <div className={look.qr}>
            <Qr text={address} label={told.scan} />
          </div>
        )}
        <div className={look.how}>
          {address && (
            <>
              <p className={look.text}>
                <strong>{told.scan}</strong>
              </p>
              <p className={look.text}>
                <span>{told.open}</span> <strong className={look.address}>{shortAddress(address)}</strong>
              </p>
            </>
          )}
          <p className={look.text}>{address ? told.code : told.codeAlone}</p>
          <p className={look.code}>{spacedCode(wayIn.code)}</p>
        </div>
        <p className={look.count} role="status">
          <strong className={look.number}>{view.present}</strong>
          <span>{told.here(view.present)}</span>
        </p>
      </section>
      <PreBrief kind={view.class.kind} />
    </main>
  )
}

/** What somebody types: the page that asks for the code, without `http://`. */
export const shortAddress = (joinLink: string): string =>
  joinLink.replace(/^https?:\/\//, '').replace(/\/j\/[^/]*$/, '')
