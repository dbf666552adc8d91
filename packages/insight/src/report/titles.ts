import { rubric as english } from '@evenkeel/playbook'
import type { PlayedScene } from '../played-scene.ts'
import type { SceneHead, Titles } from './class-page.ts'

/** What items and behaviours are called in the rubric of these scenes; in the playbook's own where there is none. */
export function titlesOf(scenes: readonly Pick<PlayedScene, 'rubric'>[]): Titles {
  const rubric = scenes.at(-1)?.rubric ?? english
  return {
    items: Object.fromEntries(rubric.items.map(({ id, title }) => [id, title])),
    customerItems: Object.fromEntries(rubric.customerItems.map(({ id, text }) => [id, text])),
    behaviours: Object.fromEntries(rubric.moments.map(({ id, title }) => [id, title])),
  }
}

/** A scene as a list names it, for a link to it. */
export const sceneHead = (scene: PlayedScene): SceneHead => ({
  room: scene.room,
  scene: scene.scene,
  round: scene.round,
  spot: scene.spot,
  card: scene.card.title,
  retake: scene.fork !== null,
  customer: scene.cast.customer,
  officer: scene.cast.officer,
  observers: scene.cast.observers,
  played: scene.played,
})
