import type { Temperature } from '@evenkeel/playbook/words'
import { placeOf, type Stage, sceneNow } from './stage.ts'
import { isTemperature, levelSending } from './unsent.ts'

/** The temperature as the customer last tapped it, also while that is on its way; undefined for who may not see it. */
export function levelNow({ room, outbox }: Stage): Temperature | undefined {
  const scene = sceneNow(room)
  if (scene.curve === null) return undefined
  return levelSending(outbox, scene.id) ?? scene.curve.at(-1)?.level ?? room.customer?.startTemperature
}

/** One step hotter or cooler, with a short buzz where the phone can, so that nobody needs to look. */
export function move(stage: Stage, by: 1 | -1): void {
  const level = (levelNow(stage) ?? 4) + by
  if (!isTemperature(level)) return
  if (typeof navigator !== 'undefined') navigator.vibrate?.(by > 0 ? 40 : [20, 60, 20])
  void stage.act('SetTemperature', { place: placeOf(stage.room), level, ago: 0 })
}
