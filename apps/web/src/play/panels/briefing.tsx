import { Suspense } from 'react'
import { useCardLanguage } from '../../language/class-language.tsx'
import { late } from '../../live/late.tsx'
import { Button } from '../../look/button.tsx'
import { NotYet } from '../../look/one-moment.tsx'
import { Panel, Stack } from '../../look/page.tsx'
import { RoleBadge } from '../../look/role.tsx'
import { playWords } from '../../words/en/play.ts'
import { Advice } from '../advice.tsx'
import { CueCard, CustomerBrief, OfficerSide, SharedBrief } from '../brief.tsx'
import prose from '../prose.module.css'
import { placeOf, type Stage, seatOfMe } from '../stage.ts'
import { isSending } from '../unsent.ts'
import { WhoSits } from '../who-sits.tsx'

const ObserverBrief = late(async () => (await import('../observer-brief.tsx')).ObserverBrief)

const text = playWords.briefing

export function Briefing({ stage }: { stage: Stage }) {
  const { room, act, outbox } = stage
  const { card, customer, officer } = room
  const lang = useCardLanguage()
  const seat = seatOfMe(room)
  const asking = isSending(outbox, 'AskAnotherCard')
  return (
    <Stack gap={5}>
      <Stack gap={3}>
        <p className={prose.soft}>{text.youPlay}</p>
        <h1>
          <RoleBadge role={seat} large />
        </h1>
        <h2 lang={lang}>{card.title}</h2>
      </Stack>
      <Panel>
        <WhoSits stage={stage} ready />
      </Panel>
      <Panel tone="soft">
        <Stack gap={3}>
          <h2>{text.beforeYouStart}</h2>
          <p lang={lang}>{card.contentNote}</p>
          <Button busy={asking} onClick={() => void act('AskAnotherCard', { place: placeOf(room) })}>
            {text.another}
          </Button>
        </Stack>
      </Panel>
      <Advice seat={seat} />
      <Stack gap={3}>
        <h2>{text.scene}</h2>
        <SharedBrief card={card} />
      </Stack>
      {customer !== null && seat === 'customer' && (
        <>
          <CustomerBrief brief={customer} glossary={card.glossary} />
          <CueCard cue={customer.cue} />
        </>
      )}
      {officer !== null && seat === 'officer' && (
        <>
          <OfficerSide brief={officer} glossary={card.glossary} />
          <CueCard cue={officer.cue} />
        </>
      )}
      {seat === 'observer' && (
        <Suspense fallback={<NotYet />}>
          <ObserverBrief stage={stage} />
        </Suspense>
      )}
    </Stack>
  )
}

/** Ready, and what comes next. */
export function BriefingFoot({ stage }: { stage: Stage }) {
  const { room, head, me, act, now } = stage
  const ready = room.ready.includes(me.person)
  const over = room.phase.endsAt !== undefined && now >= room.phase.endsAt
  return (
    <>
      {ready ? (
        <p>
          <strong>{text.youReady}</strong>
        </p>
      ) : (
        <Button kind="primary" wide onClick={() => void act('Ready', { place: placeOf(room) })}>
          {text.ready}
        </Button>
      )}
      <p className={prose.soft}>
        <span>{over ? `${text.timeOver} ` : ''}</span>
        <span>{text.next[head.pace]}</span>
      </p>
    </>
  )
}
