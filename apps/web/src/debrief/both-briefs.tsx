import type { CardHead, RoomView } from '@evenkeel/classroom/view'
import type { ReactNode } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import { useLadder } from '../language/use-ladder.ts'
import { RoleBadge } from '../look/role.tsx'
import { words } from '../words/en.ts'
import look from './debrief.module.css'

const told = words.debrief.briefs

interface BothBriefsProps {
  shared: CardHead['shared']
  customer: Omit<NonNullable<RoomView['customer']>, 'cue'> | null
  officer: Omit<NonNullable<RoomView['officer']>, 'cue'> | null
}

/** What each of them knew and the other did not, side by side. */
export function BothBriefs({ shared, customer, officer }: BothBriefsProps) {
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
          <p className={look.soft}>{told.notOpen}</p>
        ) : (
          <dl>
            <Fact name={told.need} strong>
              {customer.need}
            </Fact>
            <Fact name={told.demand}>{customer.demand}</Fact>
            <Fact name={told.who}>{customer.who}</Fact>
            <Fact name={told.opening}>
              <q>{customer.opening}</q> <span className={look.soft}>({startsAt})</span>
            </Fact>
            <Facts name={told.volunteer} all={customer.volunteer} />
            <Facts name={told.ifAsked} all={customer.ifAsked} />
            <Facts name={told.triggers} all={customer.triggers.map(each => each.when)} />
            <Facts name={told.calmers} all={customer.calmers.map(each => each.when)} />
            <Facts name={told.endings} all={customer.endings} />
          </dl>
        )}
      </Brief>
      <Brief seat="officer">
        {officer === null ? (
          <p className={look.soft}>{told.notOpen}</p>
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
