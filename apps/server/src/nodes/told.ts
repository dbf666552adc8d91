import { z } from 'zod'

/*
 * What servers tell each other. A server of another version may be among them while they are exchanged one by one: what
 * has no known shape is passed over.
 */

const person = z.string().min(1).max(64)

export const classTold = z.discriminatedUnion('kind', [
  /** The people whose devices this server has a connection to. `ask`: tell me yours. */
  z.object({ kind: z.literal('here'), people: z.array(person).max(1_000), ask: z.boolean() }),
  z.object({ kind: z.literal('typing'), person, on: z.boolean() }),
  /** The class's screens were taken away. */
  z.object({ kind: z.literal('screens') }),
  /** Somebody asks for a seat from another device, or was answered. */
  z.object({ kind: z.literal('claims') }),
  /** A seat has another token: the hash of it. */
  z.object({ kind: z.literal('moved'), person, token: z.string().max(64) }),
  /** An instructor looks after the class no more. */
  z.object({ kind: z.literal('let-out'), person }),
])

export const deploymentTold = z.discriminatedUnion('kind', [
  /** An instructor signed out: the hash of the session's token. */
  z.object({ kind: z.literal('signed-out'), session: z.string().max(200) }),
  /** Own cards were saved or hidden. */
  z.object({ kind: z.literal('cards') }),
  /** A class was deleted. */
  z.object({ kind: z.literal('deleted'), class: z.string().max(64) }),
])

export type ClassTold = z.infer<typeof classTold>
export type DeploymentTold = z.infer<typeof deploymentTold>
