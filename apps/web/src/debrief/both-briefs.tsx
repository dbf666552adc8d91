import type { CardHead, RoomView, SceneView } from '@evenkeel/classroom/view'
import { type CueMet, cuesMet, isPlaced } from '@evenkeel/insight/scene'
import type { ReactNode } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import { useLadder } from '../language/use-ladder.ts'
import { RoleBadge } from '../look/role.tsx'
import { words } from '../words/en.ts'
import look from './both-briefs.module.css'
import page from './debrief.module.css'
import { goToMoment } from './go-to.ts'
import type { Playhead } from './playhead.ts'
import { timeText } from './shown-scene.ts'
import transcript from './transcript.module.css'

const told = words.debrief.briefs

interface BothBriefsProps {
  shared: CardHead['shared']
  customer: Omit<NonNullable<RoomView['customer']>, 'cue'> | null
  officer: Omit<NonNullable<RoomView['officer']>, 'cue'> | null
  moments?: SceneView['moments']
  /** Without it nothing leads to a moment: the scene may still be played. */
  head?: Playhead
}

/** What each of them knew and the other did not, side by side; triggers and calmers lead to where they happened. */
export function BothBriefs({ shared, customer, officer, moments = [], head }: BothBriefsProps) {
  const lang = useCardLanguage()
  const { wordOf } = useLadder()
  const startsAt = customer === null ? '' : wordOf(customer.startTemperature)
  return (
    <div className={look.briefs}>
      <div className={look.shared}>
        <h3>{told.shared}</h3>
        <p>
          <bdi lang={lang}>{shared.where}</bdi> · <bdi lang={lang}>{shared.when}</bdi>
        </p>
        <p>
          <bdi lang={lang}>{shared.happened}</bdi>
        </p>
      </div>
      <Brief seat="customer">
        {customer === null ? (
          <p className={page.soft}>{told.notOpen}</p>
        ) : (
          <dl>
            <Fact name={told.need} strong>
              {customer.need}
            </Fact>
            <Fact name={told.demand}>{customer.demand}</Fact>
            <Fact name={told.who}>{customer.who}</Fact>
            <Fact name={told.opening}>
              <q>{customer.opening}</q> <span className={page.soft}>({startsAt})</span>
            </Fact>
            <Facts name={told.volunteer} all={customer.volunteer} />
            <Facts name={told.ifAsked} all={customer.ifAsked} />
            <CueFacts name={told.triggers} kind="trigger" met={cuesMet(customer, moments)} head={head} />
            <CueFacts name={told.calmers} kind="calmer" met={cuesMet(customer, moments)} head={head} />
            <Facts name={told.endings} all={customer.endings} />
          </dl>
        )}
      </Brief>
      <Brief seat="officer">
        {officer === null ? (
          <p className={page.soft}>{told.notOpen}</p>
        ) : (
          <dl>
            <Fact name={told.handledWell} strong>
              {officer.handledWell}
            </Fact>
            <Facts name={told.orders} all={officer.postOrders} />
            <Facts name={told.limits} all={officer.limits} />
            <Facts name={told.knows} all={officer.knows} />
            <Facts name={told.calls} all={officer.calls.map(each => each.who)} />
          </dl>
        )}
      </Brief>
    </div>
  )
}

function Brief({ seat, children }: { seat: 'customer' | 'officer'; children: ReactNode }) {
  return (
    <section className={look.brief} data-seat={seat} aria-label={told[seat]}>
      <RoleBadge role={seat} />
      {children}
    </section>
  )
}

function Fact({ name, strong, children }: { name: string; strong?: boolean; children: ReactNode }) {
  const lang = useCardLanguage()
  return (
    <div className={look.fact}>
      <dt>{name}</dt>
      <dd lang={lang} className={strong ? look.need : undefined}>
        {children}
      </dd>
    </div>
  )
}

function Facts({ name, all }: { name: string; all: readonly string[] }) {
  const lang = useCardLanguage()
  return (
    <div className={look.fact}>
      <dt>{name}</dt>
      {all.map(each => (
        <dd key={each} lang={lang}>
          {each}
        </dd>
      ))}
    </div>
  )
}

interface CueFactsProps {
  name: string
  kind: 'trigger' | 'calmer'
  met: readonly CueMet<{ readonly when: string }>[]
  head: Playhead | undefined
}

/** Where each of them happened, as the customer confirmed it. */
function CueFacts({ name, kind, met, head }: CueFactsProps) {
  const lang = useCardLanguage()
  return (
    <div className={look.fact}>
      <dt>{name}</dt>
      {met
        .filter(cue => cue.kind === kind)
        .map(({ index, text, moments }) => (
          <dd key={index}>
            <span lang={lang}>{text.when}</span>{' '}
            {head !== undefined && moments.length === 0 && (
              <span className={page.soft}>({told.notConfirmed})</span>
            )}
            {head !== undefined &&
              moments.map(moment => <Where key={moment.id} moment={moment} head={head} />)}
          </dd>
        ))}
    </div>
  )
}

function Where({ moment, head }: { moment: SceneView['moments'][number]; head: Playhead }) {
  if (!isPlaced(moment)) return <span className={page.soft}>({told.sometime})</span>
  const time = timeText(moment.offset)
  return (
    <button
      type="button"
      className={transcript.toMoment}
      aria-label={told.happened(time)}
      onClick={() => goToMoment(head, moment)}
    >
      {told.at(time)}
    </button>
  )
}
