import { StoreUnavailableError } from '../journal/port.ts'
import type { RedisClient } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
import { causeOf, outcomeOf } from '../redis/outcome.ts'
import { run, type Script, script, together } from '../redis/script.ts'
import type { GivenSeat, SeatClaim, SeatClaims } from './port.ts'

/*
 * A claim is kept as state, handle and the rest, each on a line of its own: what a function inside Redis changes is never
 * the JSON, which Lua would not write back as it was.
 */

/** KEYS: claims, ends. ARGV: token, now, new end. 1 if it waited. */
const REFUSE = script(`
local kept = redis.call('HGET', KEYS[1], ARGV[1])
local ends = redis.call('ZSCORE', KEYS[2], ARGV[1])
if not kept or not ends or tonumber(ends) <= tonumber(ARGV[2]) then return 0 end
if string.sub(kept, 1, 8) ~= 'waiting\\n' then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], 'refused' .. string.sub(kept, 8))
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
return 1
`)

/** KEYS: claims, ends, seats of the class, tokens. ARGV: token, now, new end, person, new handle, class, at. The handle, or ''. */
const GIVE = script(`
local kept = redis.call('HGET', KEYS[1], ARGV[1])
local ends = redis.call('ZSCORE', KEYS[2], ARGV[1])
if not kept or not ends or tonumber(ends) <= tonumber(ARGV[2]) then return '' end
if string.sub(kept, 1, 8) ~= 'waiting\\n' then return '' end
local json = string.match(kept, '\\n[^\\n]*\\n(.*)$')
local handle, newest = ARGV[5], -1
local seats = redis.call('HGETALL', KEYS[3])
for at = 1, #seats, 2 do
  local token, seat = string.match(seats[at + 1], '^([^\\n]*)\\n(.*)$')
  local read = cjson.decode(seat)
  if read.personId == ARGV[4] then
    if read.at > newest or (read.at == newest and seats[at] < handle) then handle, newest = seats[at], read.at end
    redis.call('HDEL', KEYS[3], seats[at])
    redis.call('HDEL', KEYS[4], token)
  end
end
local seat = cjson.encode({ handle = handle, classId = ARGV[6], personId = ARGV[4], tokenHash = ARGV[1], at = tonumber(ARGV[7]) })
redis.call('HSET', KEYS[3], handle, ARGV[1] .. '\\n' .. seat)
redis.call('HSET', KEYS[4], ARGV[1], ARGV[6] .. '\\n' .. handle)
redis.call('HSET', KEYS[1], ARGV[1], 'given\\n' .. handle .. '\\n' .. json)
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
return handle
`)

/** KEYS: claims, ends. ARGV: now. */
const DROP_ENDED = script(`
for _, token in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[1])) do
  redis.call('HDEL', KEYS[1], token)
end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[1])
return 1
`)

const CLAIM_KEYS = [keys.claims, keys.claimEnds]

/** Claims in the Redis that several servers share. */
export class RedisClaims implements SeatClaims {
  readonly #client: RedisClient

  constructor(client: RedisClient) {
    this.#client = client
  }

  async putClaim({ state, handle, expiresAt, ...rest }: SeatClaim): Promise<void> {
    const kept = `${state}\n${handle ?? ''}\n${JSON.stringify(rest)}`
    await this.#ask(client =>
      together(client, keys.claims, [
        ['HSET', keys.claims, rest.tokenHash, kept],
        ['ZADD', keys.claimEnds, expiresAt, rest.tokenHash],
      ]),
    )
  }

  async claimByToken(tokenHash: string, now: number): Promise<SeatClaim | undefined> {
    const [kept, expiresAt] = await this.#ask(client =>
      Promise.all([client.hGet(keys.claims, tokenHash), client.zScore(keys.claimEnds, tokenHash)]),
    )
    return kept === null || expiresAt === null || expiresAt <= now ? undefined : claimFrom(kept, expiresAt)
  }

  async waitingIn(classId: string, now: number): Promise<SeatClaim[]> {
    const [kept, ends] = await this.#ask(client =>
      Promise.all([
        client.hGetAll(keys.claims),
        client.zRangeByScoreWithScores(keys.claimEnds, `(${now}`, '+inf'),
      ]),
    )
    return ends
      .flatMap(({ value, score }) => {
        const text = kept[value]
        return text === undefined ? [] : [claimFrom(text, score)]
      })
      .filter(claim => claim.classId === classId && claim.state === 'waiting')
      .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1))
  }

  async refuse(classId: string, id: string, now: number, until: number): Promise<boolean> {
    const claim = await this.#waiting(classId, id, now)
    if (claim === undefined) return false
    return (await this.#run(REFUSE, CLAIM_KEYS, [claim.tokenHash, now, until])) === 1
  }

  async give({ classId, claim: id, personId, newHandle, at, now, until }: GivenSeat) {
    const claim = await this.#waiting(classId, id, now)
    if (claim === undefined || !claim.people.includes(personId)) return undefined
    const all = [...CLAIM_KEYS, keys.seats(classId), keys.seatTokens]
    const args = [claim.tokenHash, now, until, personId, newHandle, classId, at]
    const handle = await this.#run(GIVE, all, args)
    return typeof handle === 'string' && handle !== '' ? handle : undefined
  }

  async dropClaim(tokenHash: string): Promise<void> {
    await this.#ask(client =>
      together(client, keys.claims, [
        ['HDEL', keys.claims, tokenHash],
        ['ZREM', keys.claimEnds, tokenHash],
      ]),
    )
  }

  async dropClaimsOf(classId: string): Promise<void> {
    const kept = await this.#ask(client => client.hGetAll(keys.claims))
    for (const [tokenHash, text] of Object.entries(kept)) {
      if (claimFrom(text, 0).classId === classId) await this.dropClaim(tokenHash)
    }
  }

  async dropEnded(now: number): Promise<void> {
    await this.#run(DROP_ENDED, CLAIM_KEYS, [now])
  }

  async #waiting(classId: string, id: string, now: number): Promise<SeatClaim | undefined> {
    return (await this.waitingIn(classId, now)).find(claim => claim.id === id)
  }

  #run(asked: Script, all: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    return this.#ask(client => run(client, asked, all, args.map(String)))
  }

  async #ask<T>(ask: (client: RedisClient) => Promise<T>): Promise<T> {
    try {
      return await ask(this.#client)
    } catch (error) {
      throw new StoreUnavailableError(outcomeOf(error), causeOf(error))
    }
  }
}

function claimFrom(kept: string, expiresAt: number): SeatClaim {
  const [state = '', handle = ''] = kept.split('\n', 2)
  const rest = JSON.parse(kept.slice(state.length + handle.length + 2)) as Omit<
    SeatClaim,
    'state' | 'handle' | 'expiresAt'
  >
  const known = state === 'given' || state === 'refused' ? state : 'waiting'
  return { ...rest, expiresAt, state: known, ...(handle !== '' && { handle }) }
}
