import type { ProjectedDebrief } from '@evenkeel/classroom/view'
import { MomentTitle } from '../debrief/moment-title.tsx'
import { timeText } from '../debrief/shown-scene.ts'
import { Timeline } from '../debrief/timeline.tsx'
import { useCardLanguage } from '../language/class-language.tsx'
import { words } from '../words/en.ts'
import look from './project.module.css'

const told = words.project
/** More than these can't be read from the back of a room. */
const MOST_MOMENTS = 5

/** One room's scene, with everybody's consent: seats instead of names. */
export function ShownDebrief({ debrief }: { debrief: ProjectedDebrief }) {
  const lang = useCardLanguage()
  const [first] = debrief.scenes
  if (first === undefined) return null
  const scene = forTheWall(first)
  const cues = debrief.customer
  return (
    <main className={look.debrief}>
      <header className={look.head}>
        <h1 className={look.subtitle} lang={lang}>
          {debrief.card.title}
        </h1>
        <p>{told.shown}</p>
      </header>
      <div className={look.told}>
        <div className={look.curve}>
          <Timeline scene={scene} cues={cues} wide bare />
        </div>
        <section>
          <h2 className={look.label}>{told.words}</h2>
          {scene.moments.length === 0 && <p>{told.noMoments}</p>}
          <ul className={look.moments}>
            {tellingMoments(scene).map(moment => (
              <li key={moment.id} data-mark={moment.mark}>
                <span className={look.when}>{timeText(moment.offset)}</span>
                <span>
                  <strong>{moment.mark === 'helped' ? told.helped : told.hurt}</strong>
                  <span> · </span>
                  <MomentTitle moment={moment} cues={cues} />
                  {lineOf(scene, moment.line) && <q dir="auto">{lineOf(scene, moment.line)}</q>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <div className={look.below}>
        <section>
          <h2 className={look.label}>{told.asked}</h2>
          <p lang={lang}>{debrief.customer.demand}</p>
        </section>
        <section>
          <h2 className={look.label}>{told.needed}</h2>
          <p lang={lang}>{debrief.customer.need}</p>
        </section>
        <section>
          <h2 className={look.label}>{told.questions}</h2>
          <ol className={look.questions} lang={lang}>
            {debrief.debrief.questions.map(question => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        </section>
      </div>
    </main>
  )
}

type ShownScene = ProjectedDebrief['scenes'][number]

/** Names what the wall shows, so that nothing more is drawn, whatever a later view may carry. */
function forTheWall({ id, fork, curve, corrected, twists, calls, played, ...said }: ShownScene): ShownScene {
  const lines = said.lines.map(({ n, seat, how, text, offset }) => ({ n, seat, how, text, offset }))
  const moments = said.moments.map(({ id, as, mark, offset, behaviour, line, cue }) => ({
    id,
    as,
    mark,
    offset,
    ...(behaviour && { behaviour }),
    ...(line !== undefined && { line }),
    ...(cue && { cue }),
  }))
  return { id, fork, curve, corrected, twists, calls, played, lines, moments }
}

/** Those that say most: named and with a line first, then named ones; in the order in which they happened. */
export function tellingMoments(scene: ShownScene): ShownScene['moments'] {
  const worth = (moment: ShownScene['moments'][number]) =>
    (moment.line === undefined ? 0 : 2) + (moment.behaviour === undefined && moment.cue === undefined ? 0 : 1)
  return [...scene.moments]
    .sort((a, b) => worth(b) - worth(a) || a.offset - b.offset)
    .slice(0, MOST_MOMENTS)
    .sort((a, b) => a.offset - b.offset)
}

const lineOf = (scene: ShownScene, n: number | undefined) => scene.lines.find(line => line.n === n)?.text
