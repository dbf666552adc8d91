import type { RedisClient } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
import { together } from '../redis/script.ts'
import type { SeatRecord } from './port.ts'

/** Kept as token, line break, seat. */
export const seatFrom = (kept: string): SeatRecord =>
  JSON.parse(kept.slice(kept.indexOf('\n') + 1)) as SeatRecord

/** Names, seats, roster and record of a class; its code only while no other class has it. */
export async function forgetClass(
  client: RedisClient,
  classId: string,
  code: string | undefined,
): Promise<void> {
  const seats = Object.values(await client.hGetAll(keys.seats(classId))).map(seatFrom)
  // In a Redis Cluster these lie apart from the rest: they go first, so that what is cut short is found and done again.
  await client.del(keys.names(classId))
  await together(client, keys.seatTokens, [
    ...seats.map(({ tokenHash }) => ['HDEL', keys.seatTokens, tokenHash]),
    ['DEL', keys.seats(classId)],
    ...[keys.records, keys.closed, keys.rosters].map(key => ['HDEL', key, classId]),
  ])
  if (code !== undefined && (await client.hGet(keys.codes, code)) === classId) {
    await client.hDel(keys.codes, code)
  }
}
