/** `p1`, `p2` … in the order of joining. Pseudonymous: the name is kept apart from the journal. */
export type PersonId = string
/** `r2-4`: room 4 of round 2. */
export type RoomId = string
/** `r2-4.1`: the room's first scene; `.2` and on are retakes. */
export type SceneId = string
/** `m1`, `m2` … within a scene. */
export type MomentId = string
/** Hash of a card's canonical text, as the playbook computes it. */
export type CardHash = string

/** The actor of events that nobody in the class caused: a deadline, a downtime, an absence. */
export const SERVER = 'server'
export type Actor = PersonId | typeof SERVER

const PERSON = /^p([1-9]\d{0,3})$/
const ROOM = /^r([1-9]\d{0,2})-([1-9]\d{0,2})$/

export const personIdAt = (index: number): PersonId => `p${index + 1}`

/** Position of a person in the class's list, or -1 for something that is no person id. */
export function personIndex(id: string): number {
  const match = PERSON.exec(id)
  return match ? Number(match[1]) - 1 : -1
}

export const roomIdAt = (round: number, index: number): RoomId => `r${round}-${index + 1}`

/** Round number and position within the round, or undefined for something that is no room id. */
export function roomPosition(id: string): { round: number; index: number } | undefined {
  const match = ROOM.exec(id)
  return match ? { round: Number(match[1]), index: Number(match[2]) - 1 } : undefined
}

/** The room that a scene was played in. */
export const roomIdOf = (scene: SceneId): RoomId => scene.slice(0, Math.max(0, scene.lastIndexOf('.')))

export const sceneIdAt = (room: RoomId, index: number): SceneId => `${room}.${index + 1}`
