import type { Moment } from '@evenkeel/classroom/view'
import { useSearchParams } from 'next/navigation'
import { useCardLanguage } from '../../language/class-language.tsx'
import { useRubric } from '../../language/use-rubric.ts'
import { Panel, Stack } from '../../look/page.tsx'
import { playWords } from '../../words/en/play.ts'
import { CustomerBrief, OfficerSide } from '../brief.tsx'
import { Curve } from '../curve.tsx'
import { MarkWord } from '../mark-word.tsx'
import { Notices } from '../notices.tsx'
import { PrivateNote, Yes } from '../own-choices.tsx'
import prose from '../prose.module.css'
import { Ratings } from '../ratings.tsx'
import { Retake } from '../retake.tsx'
import { nameOf, offsetText, placeOf, type Stage } from '../stage.ts'
import { Transcript } from '../transcript.tsx'
import look from './debrief.module.css'

const text = playWords.debrief

/** Both sides open: what moved the customer, what was rated, and what to talk about. */
export function Debrief({ stage }: { stage: Stage }) {
  const { room, head, act } = stage
  const { card, customer, officer } = room
  const lang = useCardLanguage()
  return (
    <Stack gap={5}>
      <Notices stage={stage} />
      <Stack gap={3}>
        <h1>{text.title}</h1>
        <WholeDebrief />
        <h2>{text.order}</h2>
        <ol className={prose.list}>
          {text.orderList.map(each => (
            <li key={each}>{each}</li>
          ))}
        </ol>
      </Stack>
      <Moved stage={stage} />
      {room.debrief !== null && (
        <Panel tone="soft">
          <Stack gap={3}>
            <h2>{text.questions}</h2>
            <ol className={prose.list}>
              {room.debrief.questions.map(question => (
                <li key={question} lang={lang}>
                  {question}
                </li>
              ))}
            </ol>
            <h3>{text.strong}</h3>
            <p lang={lang}>{room.debrief.strongOfficer}</p>
          </Stack>
        </Panel>
      )}
      <Ratings stage={stage} />
      <Panel>
        <h2>{text.briefs}</h2>
        {customer !== null && (
          <details className={prose.details}>
            <summary>{playWords.briefing.customerSide}</summary>
            <CustomerBrief brief={customer} glossary={card.glossary} />
          </details>
        )}
        {officer !== null && (
          <details className={prose.details}>
            <summary>{playWords.briefing.officerSide}</summary>
            <OfficerSide brief={officer} glossary={card.glossary} />
          </details>
        )}
      </Panel>
      <Retake stage={stage} />
      <Panel>
        <Stack gap={3}>
          <Yes
            on={room.consented}
            means={text.consentMeans}
            onChange={on => act('Consent', { place: placeOf(room), on })}
          >
            {text.consent}
          </Yes>
          {head.kind === 'practice' && (
            <Yes
              on={room.sharing}
              means={text.shareMeans}
              onChange={on => act('ShareRatings', { place: placeOf(room), on })}
            >
              {text.share}
            </Yes>
          )}
        </Stack>
      </Panel>
      <PrivateNote stage={stage} />
    </Stack>
  )
}

/** The page of its own has the same address, class and seat; it has room for a playhead and for both sides. */
function WholeDebrief() {
  const asked = useSearchParams()
  return (
    <a className="way" href={`/debrief/?${asked}`}>
      {text.whole}
    </a>
  )
}

function Moved({ stage: { room, names, me, head } }: { stage: Stage }) {
  const rubric = useRubric()
  const titleOf = ({ behaviour }: Moment): string =>
    rubric.moments.find(({ id }) => id === behaviour)?.title ?? ''
  return room.scenes.map((scene, index) => (
    <Panel key={scene.id}>
      <Stack gap={3}>
        <h2>{index === 0 ? text.moved : text.retake(index)}</h2>
        {scene.curve !== null && scene.played > 0 && (
          <Curve
            curve={scene.curve}
            corrected={scene.corrected}
            moments={scene.moments}
            played={scene.played}
          />
        )}
        {scene.moments.length === 0 ? (
          <p className={prose.soft}>{text.noMoments}</p>
        ) : (
          <ul className={look.moments}>
            {[...scene.moments]
              .sort((a, b) => a.offset - b.offset)
              .map(moment => (
                <li key={moment.id}>
                  <p className={look.head}>
                    <MarkWord mark={moment.mark} />
                    <span lang={rubric.language}>{titleOf(moment)}</span>
                    <span className={look.time}>{offsetText(moment.offset)}</span>
                  </p>
                  <Quote moment={moment} line={scene.lines.find(({ n }) => n === moment.line)?.text} />
                  <p className={look.by}>
                    <span>{`${text.by} `}</span>
                    <bdi>{nameOf(names, moment.by)}</bdi>
                  </p>
                </li>
              ))}
          </ul>
        )}
        {head.medium === 'typed' && (
          <details className={prose.details}>
            <summary>{text.transcript}</summary>
            <div className={look.transcript}>
              <Transcript
                lines={scene.lines}
                names={names}
                me={me.person}
                seat="observer"
                sending={[]}
                refused={[]}
                whole
              />
            </div>
          </details>
        )}
      </Stack>
    </Panel>
  ))
}

function Quote({ moment, line }: { moment: Moment; line: string | undefined }) {
  const said = moment.words ?? line
  return said === undefined ? null : <p className={look.quote} dir="auto">{`“${said}”`}</p>
}
