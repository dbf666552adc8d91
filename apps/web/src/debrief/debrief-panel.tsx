import type { ClassHead, RoomView, SceneView } from '@evenkeel/classroom/view'
import { timelineOf } from '@evenkeel/insight/scene'
import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import { Page } from '../look/page.tsx'
import { words } from '../words/en.ts'
import { BothBriefs } from './both-briefs.tsx'
import { Cast } from './cast.tsx'
import look from './debrief.module.css'
import { Ratings } from './ratings.tsx'
import { asTold, type NameOf } from './shown-scene.ts'
import { Talk } from './talk.tsx'
import { Timeline, TimelineAt } from './timeline.tsx'
import { Transcript } from './transcript.tsx'
import { usePlayhead } from './use-playhead.ts'
import { WhatMoved } from './what-moved.tsx'

const told = words.debrief

export interface DebriefPanelProps {
  room: RoomView
  class: Pick<ClassHead, 'medium' | 'title'>
  /** Null for nobody who sits in the room. */
  me: string | null
  nameOf: NameOf
  back: string
}

/** Everything about one scene and its retakes, once it is open to whoever looks. */
export function DebriefPanel(props: DebriefPanelProps) {
  const [scene, ...retakes] = props.room.scenes
  return scene === undefined ? null : <Story {...props} scene={scene} retakes={retakes} />
}

interface StoryProps extends DebriefPanelProps {
  scene: SceneView
  retakes: readonly SceneView[]
}

function Story({ room, class: { medium, title }, me, nameOf, back, scene, retakes }: StoryProps) {
  const lang = useCardLanguage()
  const reading = useMemo(() => timelineOf(asTold(scene)), [scene])
  const head = usePlayhead(reading)
  const forks = useMemo(() => room.scenes.flatMap(({ fork }) => (fork === null ? [] : [fork])), [room.scenes])
  const instructor = room.seat === 'instructor'
  const cues = room.customer
  return (
    <Page wide top={<Back to={back} instructor={instructor} />}>
      <div className={look.page}>
        <header className={look.head}>
          <p className={`${look.soft} ${look.where}`}>
            <span>{told.title}</span> · <bdi>{title}</bdi> · <span>{told.spot(room.spot)}</span>
          </p>
          <h1>
            <bdi lang={lang}>{room.card.title}</bdi>
          </h1>
          <Cast seats={room.seats} nameOf={nameOf} me={me} />
          {instructor && !room.revealed && <p className={look.early}>{told.instructorEarly}</p>}
        </header>
        <nav className={look.parts} aria-label={told.parts}>
          <a href="#timeline">{told.timeline.title}</a>
          <a href="#said">{told.said.title}</a>
          <a href="#talk">{told.talk.title}</a>
          <a href="#moved">{told.moved.title}</a>
          <a href="#ratings">{told.ratings.title}</a>
          <a href="#briefs">{told.briefs.title}</a>
        </nav>
        <div className={look.player} data-said={scene.lines.length > 0 || undefined}>
          <Part id="timeline" title={told.timeline.title}>
            <TimelineAt
              scene={scene}
              nameOf={nameOf}
              cues={cues}
              forks={forks}
              reading={reading}
              head={head}
            />
          </Part>
          <Part id="said" title={told.said.title}>
            <Transcript scene={scene} cues={cues} nameOf={nameOf} head={head} />
          </Part>
        </div>
        {retakes.map((retake, index) => (
          <Part key={retake.id} id={`retake-${index + 1}`} title={told.retakeTitle(index + 1)}>
            <Timeline scene={retake} nameOf={nameOf} cues={cues} />
          </Part>
        ))}
        <div className={look.columns}>
          <Part id="talk" title={told.talk.title}>
            <Talk debrief={room.debrief} />
          </Part>
          <Part id="moved" title={told.moved.title}>
            <p className={look.soft}>{told.moved.means}</p>
            <WhatMoved scene={scene} cues={cues} nameOf={nameOf} head={head} />
          </Part>
        </div>
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
          <BothBriefs shared={room.card.shared} customer={room.customer} officer={room.officer} />
        </Part>
      </div>
    </Page>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={look.part} id={id} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

export function Back({ to, instructor }: { to: string; instructor: boolean }) {
  return (
    <a className={look.back} href={to}>
      <ArrowLeft aria-hidden="true" size={20} />
      <span>{instructor ? told.backToConsole : told.back}</span>
    </a>
  )
}
