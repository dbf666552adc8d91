import type { Evidence, SceneHead } from '@evenkeel/insight/report'
import { offsetText } from '../play/stage.ts'
import { recordsWords } from '../words/en/records.ts'
import { sceneAddress } from './addresses.ts'
import look from './lists.module.css'

const say = recordsWords.page
/** More links than this hide what they belong to. */
const MOST = 4

interface SceneLinksProps {
  classId: string
  where: readonly Evidence[]
  scenes: readonly SceneHead[]
  /** Says what they are and folds them all away; without it the first few stand open. */
  folded?: string
}

/** The scenes and moments behind a number, each once; a moment opens its scene at its time. */
export function SceneLinks({ classId, where, scenes, folded }: SceneLinksProps) {
  const links = linksOf(where, scenes)
  if (links.length === 0) return null
  const few = folded === undefined ? links.slice(0, MOST) : []
  const rest = links.slice(few.length)
  const chips = (some: readonly Link[]) =>
    some.map(({ at, name }) => (
      <a key={name} className={look.chip} href={sceneAddress(classId, at)}>
        {name}
      </a>
    ))
  return (
    <div className={look.links}>
      {few.length > 0 && <span>{say.see}</span>}
      {chips(few)}
      {rest.length > 0 && (
        <details className={look.rest}>
          <summary>{folded ?? say.more(rest.length)}</summary>
          <div className={look.links}>{chips(rest)}</div>
        </details>
      )}
    </div>
  )
}

interface Link {
  readonly at: Evidence
  readonly name: string
}

/** Two marks in the same second are one place to look at. */
function linksOf(where: readonly Evidence[], scenes: readonly SceneHead[]): Link[] {
  const found = new Map<string, Link>()
  for (const at of where) {
    const head = scenes.find(({ scene }) => scene === at.scene)
    if (head === undefined) continue
    const name = placeName(head, at.offset)
    if (!found.has(name)) found.set(name, { at, name })
  }
  return [...found.values()]
}

export const sceneName = ({ round, spot, retake }: SceneHead): string =>
  retake ? say.retake(round, spot) : say.scene(round, spot)

const placeName = (head: SceneHead, offset: number | undefined): string =>
  offset === undefined ? sceneName(head) : say.at(sceneName(head), offsetText(offset))
