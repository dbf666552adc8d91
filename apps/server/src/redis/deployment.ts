import { randomUUID } from 'node:crypto'
import { type RedisClient, RedisError } from './connect.ts'
import { keysIn } from './empty-redis.ts'
import { keys } from './keys.ts'

/** The layout of keys that this release writes. */
export const FORMAT = '2'
/** Stands in its place while a deployment is written into it: no server may start on half of one. */
export const MOVING = 'moving'

/**
 * Refuses what is not this deployment's with one sentence. An empty Redis is marked, once, whoever of the deployment's
 * servers comes first. Gives the mark: the deployment's name, and an id by which the same data is known again.
 */
export async function mustBeOurs(client: RedisClient, deployment: string): Promise<string> {
  const format = await client.get(keys.format)
  if (format === MOVING) {
    throw new RedisError(
      'A deployment is being imported into this Redis database, or that was cut short. If it was, empty it with FLUSHDB and import again.',
    )
  }
  if (format !== null && format !== FORMAT) {
    throw new RedisError(
      'This Redis holds data of another version of Evenkeel, which must be used to open it.',
    )
  }
  // Two servers may begin on an empty database at once: then what is in it was put there by the other.
  if (format === null && (await keysIn(client)) > 0 && (await client.get(keys.format)) !== FORMAT) {
    throw new RedisError(
      "This Redis database holds data that is not Evenkeel's. Give Evenkeel a database of its own, as in redis://host/1.",
    )
  }
  if (format === null) await client.set(keys.format, FORMAT)
  await client.set(keys.deployment, `${deployment} ${randomUUID()}`, { condition: 'NX' })
  const mark = (await client.get(keys.deployment)) ?? ''
  const [holder] = mark.split(' ')
  if (holder !== deployment) {
    throw new RedisError(
      `This Redis holds the data of the deployment "${holder}"; this server belongs to "${deployment}". Set REDIS_URL or DEPLOYMENT.`,
    )
  }
  return mark
}
