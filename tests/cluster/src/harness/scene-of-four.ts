import { instruct } from '@evenkeel/simulant'
import { aClass, join } from './cluster.ts'
import { readyAll, startRound } from './play.ts'
import { Talk } from './talk.ts'

/** A class of four in its first scene, reached through a balancer, and their talk. */
export async function sceneOfFour(base: string, redisUrl: string) {
  const opened = await aClass(base)
  const instructor = instruct(opened)
  const people = [await join(base, opened.code, 'Ana'), await join(base, opened.code, 'Bo')]
  people.push(await join(base, opened.code, 'Cy'), await join(base, opened.code, 'Di'))
  await startRound(instructor, people)
  await readyAll(people)
  const close = () => [instructor, ...people].map(each => each.close())
  return { opened, instructor, people, talk: new Talk(people, redisUrl), close }
}
