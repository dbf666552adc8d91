import type { RoomId, SceneId } from '@evenkeel/classroom'
import type { PlayedScene } from '../played-scene.ts'

/** Where a number comes from: a scene, and where known a point of its played time in ms. A screen opens it there. */
export interface Evidence {
  readonly room: RoomId
  readonly scene: SceneId
  readonly offset?: number
}

export function evidence({ room, scene }: Pick<PlayedScene, 'room' | 'scene'>, offset?: number): Evidence {
  return offset === undefined ? { room, scene } : { room, scene, offset }
}
