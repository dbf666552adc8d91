import { instruct } from '@evenkeel/simulant'
import { aClass, join } from './cluster.ts'
import { readyAll, startRound } from './play.ts'

/** A class of two in its scene: where it was opened and led, and where each of the two came in. */
export async function sceneOfTwo(base: string, atAna = base, atBo = base) {
  const opened = await aClass(base)
  const instructor = instruct(opened)
  const ana = await join(atAna, opened.code, 'Ana')
  const bo = await join(atBo, opened.code, 'Bo')
  await startRound(instructor, [ana, bo])
  await readyAll([ana, bo])
  return { opened, instructor, ana, bo }
}
