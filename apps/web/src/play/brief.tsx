import type { CardHead, OfficerBrief, RoomView } from '@evenkeel/classroom/view'
import { useCardLanguage } from '../language/class-language.tsx'
import { Heat } from '../look/heat.tsx'
import { Stack } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import { Glossed } from './glossed.tsx'
import look from './prose.module.css'

const text = playWords.briefing
type Glossary = CardHead['glossary']

function Part({ title, children, glossary }: { title: string; children: string; glossary: Glossary }) {
  return (
    <div>
      <h3 className={look.label}>{title}</h3>
      <p lang={useCardLanguage()}>
        <Glossed text={children} glossary={glossary} />
      </p>
    </div>
  )
}

function Parts({ title, list, glossary }: { title: string; list: readonly string[]; glossary: Glossary }) {
  return (
    <div>
      <h3 className={look.label}>{title}</h3>
      <ul className={look.list} lang={useCardLanguage()}>
        {list.map(each => (
          <li key={each}>
            <Glossed text={each} glossary={glossary} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What both know before the scene. */
export function SharedBrief({ card }: { card: CardHead }) {
  const { where, when, happened } = card.shared
  return (
    <Stack gap={3}>
      <Part title={text.where} glossary={card.glossary}>
        {where}
      </Part>
      <Part title={text.when} glossary={card.glossary}>
        {when}
      </Part>
      <Part title={text.happened} glossary={card.glossary}>
        {happened}
      </Part>
    </Stack>
  )
}

export function CustomerBrief({
  brief,
  glossary,
}: {
  brief: NonNullable<RoomView['customer']>
  glossary: Glossary
}) {
  return (
    <Stack gap={4}>
      <Part title={text.who} glossary={glossary}>
        {brief.who}
      </Part>
      <div>
        <h3 className={look.label}>{text.opening}</h3>
        <p className={look.opening} lang={useCardLanguage()}>
          {brief.opening}
        </p>
      </div>
      <div>
        <h3 className={look.label}>{text.startAt}</h3>
        <Heat level={brief.startTemperature} />
      </div>
      <Part title={text.demand} glossary={glossary}>
        {brief.demand}
      </Part>
      <Part title={text.need} glossary={glossary}>
        {brief.need}
      </Part>
      <Parts title={text.volunteer} list={brief.volunteer} glossary={glossary} />
      <Parts title={text.ifAsked} list={brief.ifAsked} glossary={glossary} />
      <Parts title={text.neverInvent} list={brief.neverInvent} glossary={glossary} />
      <Cues
        title={text.triggers}
        then={text.youSay}
        cues={brief.triggers.map(({ when, say }) => [when, say])}
      />
      <Cues
        title={text.calmers}
        then={text.youSoften}
        cues={brief.calmers.map(({ when, soften }) => [when, soften])}
      />
      <Parts title={text.endings} list={brief.endings} glossary={glossary} />
    </Stack>
  )
}

function Cues({
  title,
  then,
  cues,
}: {
  title: string
  then: string
  cues: readonly (readonly [string, string])[]
}) {
  const lang = useCardLanguage()
  return (
    <div>
      <h3 className={look.label}>{title}</h3>
      <ul className={look.list}>
        {cues.map(([when, what]) => (
          <li key={when}>
            <p lang={lang}>{when}</p>
            <p className={look.soft}>
              <span>{`${then}: `}</span>
              <span lang={lang}>{what}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function OfficerSide({ brief, glossary }: { brief: OfficerBrief; glossary: Glossary }) {
  return (
    <Stack gap={4}>
      <Parts title={text.orders} list={brief.postOrders} glossary={glossary} />
      <Parts title={text.limits} list={brief.limits} glossary={glossary} />
      <Parts title={text.knows} list={brief.knows} glossary={glossary} />
      <Part title={text.handledWell} glossary={glossary}>
        {brief.handledWell}
      </Part>
      {brief.relate !== undefined && (
        <Part title={text.relate} glossary={glossary}>
          {brief.relate}
        </Part>
      )}
      <Parts title={text.calls} list={brief.calls.map(({ who }) => who)} glossary={glossary} />
    </Stack>
  )
}

export function CueCard({ cue }: { cue: string }) {
  return (
    <div>
      <h3 className={look.label}>{text.cue}</h3>
      <p className={look.cue} lang={useCardLanguage()}>
        {cue}
      </p>
    </div>
  )
}
