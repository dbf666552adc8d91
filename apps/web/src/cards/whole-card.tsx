import type { Card } from '@evenkeel/playbook/writing'
import type { ReactNode } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { RoleBadge } from '../look/role.tsx'
import { CueCard, CustomerBrief, OfficerSide, SharedBrief } from '../play/brief.tsx'
import { cardsWords as words } from '../words/en/cards.ts'
import { behaviourWord } from './behaviour-word.ts'
import look from './cards.module.css'
import { keyed } from './keyed.ts'
import read from './read.module.css'

const say = words.read
const seats = { customer: 'customer', officer: 'officer' } as const
const bands = ['settled', 'upset', 'furious'] as const

/** All that a card holds: both sides, and what only the instructor has. */
export function WholeCard({ card }: { card: Card }) {
  const { customer, officer } = card
  return (
    <Stack gap={4}>
      <Panel tone="soft">
        <Stack gap={3}>
          <h2>{say.both}</h2>
          <SharedBrief card={card} />
        </Stack>
      </Panel>
      <div className={read.both}>
        <Panel>
          <Stack gap={4}>
            <div>
              <RoleBadge role={seats.customer} />
            </div>
            <h2 className="visually-hidden">{say.customerSide}</h2>
            <CustomerBrief brief={customer} glossary={card.glossary} />
            <Rows title={say.stuck}>
              {bands.map(band => (
                <Pair key={band} name={say.bands[band]}>
                  {customer.stuck[band]}
                </Pair>
              ))}
            </Rows>
            <CueCard cue={customer.cue} />
          </Stack>
        </Panel>
        <Panel>
          <Stack gap={4}>
            <div>
              <RoleBadge role={seats.officer} />
            </div>
            <h2 className="visually-hidden">{say.officerSide}</h2>
            <OfficerSide brief={officer} glossary={card.glossary} />
            <Rows title={say.calls}>
              {keyed(officer.calls).map(({ key, each }) => (
                <Pair key={key} name={each.who}>
                  {each.answer}
                </Pair>
              ))}
            </Rows>
            <CueCard cue={officer.cue} />
          </Stack>
        </Panel>
      </div>
      <Panel>
        <div className={read.after}>
          <Rows title={say.twists}>
            {keyed(card.twists).map(({ key, each }) => (
              <Pair key={key} name={say.toSeat[each.to]}>
                {each.text}
              </Pair>
            ))}
          </Rows>
          <Listed title={say.questions} all={card.debrief.questions} lang={card.language} />
          <Listed title={say.strongOfficer} all={[card.debrief.strongOfficer]} lang={card.language} />
          <Listed title={say.stepOut} all={[card.stepOut]} lang={card.language} />
          <Listed
            title={say.trainsTitle}
            all={[...customer.calmers, ...customer.triggers].map(({ behaviour }) => behaviourWord(behaviour))}
          />
          {card.glossary.length > 0 && (
            <Rows title={say.glossary}>
              {keyed(card.glossary).map(({ key, each }) => (
                <Pair key={key} name={each.word}>
                  {each.meaning}
                </Pair>
              ))}
            </Rows>
          )}
          {card.tags.length > 0 && <Listed title={say.tags} all={[card.tags.join(', ')]} />}
        </div>
      </Panel>
    </Stack>
  )
}

function Rows({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className={read.label}>{title}</h3>
      <dl className={read.pairs}>{children}</dl>
    </div>
  )
}

function Pair({ name, children }: { name: string; children: string }) {
  const lang = useCardLanguage()
  return (
    <div>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>
        <bdi lang={lang}>{children}</bdi>
      </dd>
    </div>
  )
}

function Listed({ title, all, lang }: { title: string; all: readonly string[]; lang?: string }) {
  return (
    <div>
      <h3 className={read.label}>{title}</h3>
      <ul className={all.length > 1 ? read.bullets : look.lines}>
        {[...new Set(all)].map(each => (
          <li key={each}>
            <bdi lang={lang}>{each}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
