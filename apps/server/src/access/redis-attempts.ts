import { createHash } from 'node:crypto'
import { StoreUnavailableError } from '../journal/port.ts'
import type { RedisClient } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
import { causeOf, outcomeOf } from '../redis/outcome.ts'
import { run, type Script, script } from '../redis/script.ts'
import { addressKey } from './address-key.ts'
import { ATTEMPT_LIMITS, type Attempts, type Budget, type BudgetLimits, pauseAfter } from './attempts.ts'

/** KEYS: own, all. ARGV: most of one address, most of all, ms of the window. Gives 0, or the ms to wait. */
const TAKE = script(`
local own = tonumber(redis.call('GET', KEYS[1]) or '0')
if own >= tonumber(ARGV[1]) then return math.max(1, redis.call('PTTL', KEYS[1])) end
local all = tonumber(redis.call('GET', KEYS[2]) or '0')
if all >= tonumber(ARGV[2]) then return math.max(1, redis.call('PTTL', KEYS[2])) end
redis.call('INCR', KEYS[1])
if own == 0 then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
redis.call('INCR', KEYS[2])
if all == 0 then redis.call('PEXPIRE', KEYS[2], ARGV[3]) end
return 0
`)

/** KEYS: own, all. */
const GIVE_BACK = script(`
for _, key in ipairs(KEYS) do
  local count = tonumber(redis.call('GET', key) or '0')
  if count > 1 then redis.call('DECR', key) elseif count == 1 then redis.call('DEL', key) end
end
return 1
`)

/** KEYS: failures of an address. ARGV: now, ms until they are forgotten, then the pause after 0, 1, 2 … failures. */
const PAUSE = script(`
local failures = tonumber(redis.call('HGET', KEYS[1], 'failures') or '0')
local last = tonumber(redis.call('HGET', KEYS[1], 'last') or '0')
local pause = tonumber(ARGV[math.min(failures + 3, #ARGV)])
local wait = last + pause - tonumber(ARGV[1])
if wait > 0 then return wait end
redis.call('HSET', KEYS[1], 'failures', tostring(failures + 1), 'last', ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 0
`)

const FORGOTTEN_AFTER = 3_600_000
/** From here on it is the longest. */
const PAUSES = Array.from({ length: 32 }, (_, failures) => String(pauseAfter(failures)))

/** Counted for all servers together: whoever tries codes at one after the other gains nothing. Windows end by Redis' own time. */
export function redisAttempts(client: RedisClient, clock: { now(): number }): Attempts {
  const ask = async (asked: Script, names: readonly string[], args: readonly string[] = []) => {
    try {
      return Number(await run(client, asked, names, args))
    } catch (error) {
      throw new StoreUnavailableError(outcomeOf(error), causeOf(error))
    }
  }
  const budget = (name: string, { perAddress, overall, windowMs }: BudgetLimits): Budget => {
    const both = (address: string | undefined) => [
      keys.attempts(name, hashed(address)),
      keys.attempts(name, 'all'),
    ]
    return {
      take: address => ask(TAKE, both(address), [perAddress, overall, windowMs].map(String)),
      giveBack: async address => {
        await ask(GIVE_BACK, both(address))
      },
    }
  }
  const passcodes = budget('passcodes', ATTEMPT_LIMITS.passcodes)
  const pauseOf = (address: string | undefined) => keys.attempts('pause', hashed(address))
  return {
    codes: budget('codes', ATTEMPT_LIMITS.codes),
    screens: budget('screens', ATTEMPT_LIMITS.screens),
    digits: budget('digits', ATTEMPT_LIMITS.digits),
    claims: budget('claims', ATTEMPT_LIMITS.claims),
    links: budget('links', ATTEMPT_LIMITS.links),
    cards: budget('cards', ATTEMPT_LIMITS.cards),
    imports: budget('imports', ATTEMPT_LIMITS.imports),
    passcodes: {
      async take(address) {
        const overall = await passcodes.take(address)
        if (overall > 0) return overall
        const now = String(clock.now())
        const own = await ask(PAUSE, [pauseOf(address)], [now, String(FORGOTTEN_AFTER), ...PAUSES])
        // What was not tried costs the others nothing.
        if (own > 0) await passcodes.giveBack(address)
        return own
      },
      async succeeded(address) {
        await client.del(pauseOf(address)).catch(() => 0)
        await passcodes.giveBack(address)
      },
    },
  }
}

/** An address says where somebody is: it does not stand in a file as it is. */
const hashed = (address: string | undefined): string =>
  createHash('sha256').update(addressKey(address)).digest('base64url').slice(0, 22)
