import { script } from '../redis/script.ts'

/**
 * A sign of life. When nobody had given one for a while, the time since the last is a gap, kept for every server to know.
 * KEYS: beats, alive, gaps. ARGV: server, now, ms after which a server is dead, most gaps.
 */
export const BEAT = script(`
local now = tonumber(ARGV[2])
local since = string.format('%d', now - tonumber(ARGV[3]))
local alive = tonumber(redis.call('GET', KEYS[2]) or ARGV[2])
if redis.call('ZCOUNT', KEYS[1], since, '+inf') == 0 and alive < now then
  redis.call('RPUSH', KEYS[3], string.format('%d %d', alive, now))
  redis.call('LTRIM', KEYS[3], -tonumber(ARGV[4]), -1)
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', since)
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('SET', KEYS[2], string.format('%d', math.max(alive, now)))
return redis.call('LRANGE', KEYS[3], 0, -1)
`)

/** KEYS: beats, alive. ARGV: server, now. */
export const END = script(`
redis.call('ZREM', KEYS[1], ARGV[1])
local alive = tonumber(redis.call('GET', KEYS[2]) or '0')
if alive < tonumber(ARGV[2]) then redis.call('SET', KEYS[2], ARGV[2]) end
return 1
`)

/** KEYS: due. ARGV: deadlines up to here, when they may be taken again. */
export const TAKE_OVERDUE = script(`
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', '0', '50')
for _, id in ipairs(ids) do redis.call('ZADD', KEYS[1], 'XX', ARGV[2], id) end
return ids
`)
