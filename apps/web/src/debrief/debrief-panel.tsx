import type { ClassHead, OwnWords, RoomView, SceneView } from '@evenkeel/classroom/view'
import { timelineOf } from '@evenkeel/insight/scene'
import { ArrowLeft } from 'lucide-react'
import { type ReactNode, Suspense, useMemo, useState } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import type { Act } from '../live/class-link.ts'
import { late } from '../live/late.tsx'
import { NotYet } from '../look/one-moment.tsx'
import { Page } from '../look/page.tsx'
import { Yes } from '../play/own-choices.tsx'
import { words } from '../words/en.ts'
import { Agreeing } from './agreeing.tsx'
import { BothBriefs } from './both-briefs.tsx'
import { Cast } from './cast.tsx'
import page from './debrief.module.css'
import look from './fold.module.css'
import { LinesThatWorked } from './lines-that-worked.tsx'
import { type OpensAt, useOpensAt } from './opens-at.ts'
import { Ratings } from './ratings.tsx'
import { RetakeBeside } from './retake-beside.tsx'
import { mayRetake, RetakeFrom } from './retake-from.tsx'
import { ShareWords, wordsToShare } from './share-words.tsx'
import { asTold, type NameOf, unnamed } from './shown-scene.ts'
import { Talk } from './talk.tsx'
import { Timeline, TimelineAt } from './timeline.tsx'
import { Transcript } from './transcript.tsx'
import { usePlayhead } from './use-playhead.ts'
import { WhatMoved } from './what-moved.tsx'

const told = words.debrief
/** Its rules are fetched after a simulated scene only. */
const YourWords = late(async () => (await import('./your-words.tsx')).YourWords)

export interface DebriefPanelProps {
  room: RoomView
  /** Of what kind it is matters only to whoever may agree to something. */
  class: Pick<ClassHead, 'medium' | 'title'> & Partial<Pick<ClassHead, 'kind' | 'simulated'>>
  /** Null for nobody who sits in the room. */
  me: string | null
  nameOf: NameOf
  back: string
  /** Null where nothing can be done, as in a picture. */
  act: Act | null
  /** What this person keeps for themselves; nobody who only looks has it. */
  own?: ReactNode
  /** Where the address leads; without it the first scene stands at its beginning. */
  opensAt?: OpensAt | undefined
  /** Their words that they let the class have. */
  shared?: readonly OwnWords[]
  /** Lines that worked, as the class has them. */
  ofClass?: readonly string[]
}

const NONE: readonly never[] = []

/** Everything about one scene and its retakes, once it is open to whoever looks. */
export function DebriefPanel(props: DebriefPanelProps) {
  const [scene, ...retakes] = props.room.scenes
  return scene === undefined ? null : <Story {...props} scene={scene} retakes={retakes} />
}

interface StoryProps extends DebriefPanelProps {
  scene: SceneView
  retakes: readonly SceneView[]
}

function Story({
  room,
  class: head,
  me,
  nameOf: named,
  back,
  act,
  own,
  scene,
  retakes,
  ...more
}: StoryProps) {
  const { shared = NONE, ofClass = NONE, opensAt } = more
  const { medium, title, kind, simulated } = head
  const lang = useCardLanguage()
  const reading = useMemo(() => timelineOf(asTold(scene)), [scene])
  const playhead = usePlayhead(reading)
  useOpensAt(playhead, opensAt?.scene === scene.id ? opensAt.offset : undefined)
  const forks = useMemo(() => room.scenes.flatMap(({ fork }) => (fork === null ? [] : [fork])), [room.scenes])
  const instructor = room.seat === 'instructor'
  const cues = room.customer
  const toShare = useMemo(() => wordsToShare(scene, room.seat, me), [scene, room.seat, me])
  const worked = scene.lines.length + toShare.length + ofClass.length > 0
  const [hidden, setHidden] = useState(false)
  const [tryFrom, setTryFrom] = useState<number>()
  const offered = act !== null && mayRetake(room)
  const nameOf = hidden ? unnamed : named
  return (
    <Page wide top={<Back to={back} instructor={instructor} />}>
      <div className={page.page}>
        <header className={page.head}>
          <p className={`${page.soft} ${page.where}`}>
            <span>{told.title}</span> · <bdi>{title}</bdi> · <span>{told.spot(room.spot)}</span>
          </p>
          <h1>
            <bdi lang={lang}>{room.card.title}</bdi>
          </h1>
          <Cast seats={room.seats} nameOf={nameOf} me={me} />
          {instructor && !room.revealed && <p className={page.early}>{told.instructorEarly}</p>}
          {instructor && (
            <div className={page.hiding}>
              <Yes on={hidden} means={told.hideNamesMeans} onChange={setHidden}>
                {told.hideNames}
              </Yes>
            </div>
          )}
          {room.phase.name === 'retake' && (
            <p className={page.early} role="status">
              <span>{told.retake.runs}</span> {!instructor && <a href={back}>{told.retake.runsGo}</a>}
            </p>
          )}
        </header>
        <nav className={page.parts} aria-label={told.parts}>
          <a href="#timeline">{told.timeline.title}</a>
          <a href="#said">{told.said.title}</a>
          {simulated === true && cues !== null && <a href="#did">{words.simulated.did.title}</a>}
          <a href="#talk">{told.talk.title}</a>
          <a href="#moved">{told.moved.title}</a>
          {worked && <a href="#worked">{told.worked.title}</a>}
          <a href="#ratings">{told.ratings.title}</a>
          <a href="#briefs">{told.briefs.title}</a>
          {act !== null && !instructor && <a href="#own">{told.own.title}</a>}
        </nav>
        <div className={page.player} data-said={scene.lines.length > 0 || undefined}>
          <Part id="timeline" title={told.timeline.title}>
            <TimelineAt
              scene={scene}
              nameOf={nameOf}
              cues={cues}
              forks={forks}
              reading={reading}
              head={playhead}
            />
            {offered && (
              <RetakeFrom room={room} act={act} head={playhead} from={tryFrom} onFrom={setTryFrom} />
            )}
          </Part>
          <Part id="said" title={told.said.title}>
            <Transcript
              scene={scene}
              cues={cues}
              nameOf={nameOf}
              head={playhead}
              onRetake={offered ? setTryFrom : undefined}
            />
          </Part>
        </div>
        {retakes.map((retake, index) => (
          <Part key={retake.id} id={`retake-${index + 1}`} title={told.retakeTitle(index + 1)}>
            <RetakeBeside scene={scene} retake={retake} nameOf={nameOf} />
            <details className={look.anchors} open={opensAt?.scene === retake.id || undefined}>
              <summary>{told.retake.whole}</summary>
              <Timeline
                scene={retake}
                nameOf={nameOf}
                cues={cues}
                opensAt={opensAt?.scene === retake.id ? (opensAt.offset ?? 0) : undefined}
              />
            </details>
          </Part>
        ))}
        {simulated === true && cues !== null && (
          <Part id="did" title={words.simulated.did.title}>
            <Suspense fallback={<NotYet />}>
              <YourWords scene={scene} card={cues} />
            </Suspense>
          </Part>
        )}
        <div className={page.columns}>
          <Part id="talk" title={told.talk.title}>
            <Talk debrief={room.debrief} ratings={room.ratings} me={me} nameOf={nameOf} />
          </Part>
          <Part id="moved" title={told.moved.title}>
            <p className={page.soft}>{told.moved.means}</p>
            <WhatMoved scene={scene} cues={cues} nameOf={nameOf} head={playhead} />
          </Part>
        </div>
        {worked && (
          <Part id="worked" title={told.worked.title}>
            <LinesThatWorked scene={scene} ofClass={ofClass} />
          </Part>
        )}
        {act !== null && toShare.length > 0 && (
          <Part id="share" title={told.shareWords.title}>
            <ShareWords scene={scene} mine={toShare} shared={shared} act={act} />
          </Part>
        )}
        <Part id="ratings" title={told.ratings.title}>
          <Ratings
            ratings={room.ratings}
            asked={room.asked}
            medium={medium}
            me={me}
            nameOf={nameOf}
            instructor={instructor}
          />
        </Part>
        <Part id="briefs" title={told.briefs.title}>
          <BothBriefs
            shared={room.card.shared}
            customer={room.customer}
            officer={room.officer}
            moments={scene.moments}
            head={playhead}
          />
        </Part>
        {act !== null && room.seat !== 'instructor' && (
          <Part id="own" title={told.own.title}>
            <div className={page.own}>
              {own}
              <Agreeing room={room} practice={kind === 'practice'} act={act} />
            </div>
          </Part>
        )}
      </div>
    </Page>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={page.part} id={id} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

export function Back({ to, instructor }: { to: string; instructor: boolean }) {
  return (
    <a className={page.back} href={to}>
      <ArrowLeft aria-hidden="true" size={20} />
      <span>{instructor ? told.backToConsole : told.back}</span>
    </a>
  )
}
