import type { Evidence, SceneHead } from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'
import { roomAddress } from './addresses.ts'
import look from './lists.module.css'

const say = recordsWords.page
/** More links than this hide what they belong to. */
const MOST = 4

interface SceneLinksProps {
  classId: string
  where: readonly Evidence[]
  scenes: readonly SceneHead[]
}

/** The scenes behind a number, each once. */
export function SceneLinks({ classId, where, scenes }: SceneLinksProps) {
  const ids = [...new Set(where.map(({ scene }) => scene))]
  const all = ids.flatMap(id => scenes.find(({ scene }) => scene === id) ?? [])
  const heads = all.slice(0, MOST)
  if (heads.length === 0) return null
  return (
    <span className={look.links}>
      <span>{say.see}</span>
      {heads.map(head => (
        <a key={head.scene} className={look.chip} href={roomAddress(classId, head.room)}>
          {sceneName(head)}
        </a>
      ))}
      {all.length > MOST && <span>{say.more(all.length - MOST)}</span>}
    </span>
  )
}

export const sceneName = ({ round, spot, retake }: SceneHead): string =>
  retake ? say.retake(round, spot) : say.scene(round, spot)
