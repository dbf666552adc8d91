import type { Evidence, SceneHead } from '@evenkeel/insight/report'
import { offsetText } from '../play/stage.ts'
import { recordsWords } from '../words/en/records.ts'
import { sceneAddress } from './addresses.ts'
import { type Link, Links } from './links.tsx'

const say = recordsWords.page

interface SceneLinksProps {
  classId: string
  where: readonly Evidence[]
  scenes: readonly SceneHead[]
  folded?: string
}

/** The scenes and moments behind a number, each once; a moment opens its scene at its time. */
export function SceneLinks({ classId, where, scenes, folded }: SceneLinksProps) {
  // Two marks in the same second are one place to look at.
  const links = new Map<string, Link>()
  for (const at of where) {
    const head = scenes.find(({ scene }) => scene === at.scene)
    if (head === undefined) continue
    const name = placeName(head, at.offset)
    if (!links.has(name)) links.set(name, { href: sceneAddress(classId, at), name })
  }
  return <Links links={[...links.values()]} folded={folded} />
}

export const sceneName = ({ round, spot, retake }: SceneHead): string =>
  retake ? say.retake(round, spot) : say.scene(round, spot)

const placeName = (head: SceneHead, offset: number | undefined): string =>
  offset === undefined ? sceneName(head) : say.at(sceneName(head), offsetText(offset))
