import type { RedisClient } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
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
  const batch = client.multi()
  for (const { tokenHash } of seats) batch.hDel(keys.seatTokens, tokenHash)
  batch.del([keys.seats(classId), keys.names(classId)])
  for (const key of [keys.records, keys.closed, keys.rosters]) batch.hDel(key, classId)
  await batch.exec()
  if (code !== undefined && (await client.hGet(keys.codes, code)) === classId) {
    await client.hDel(keys.codes, code)
  }
}
