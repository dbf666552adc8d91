import { script } from '../redis/script.ts'

/** What must be looked at and changed as one, whichever server asks. */

/** KEYS: links, their owners. ARGV: hash, now. For exactly one caller before the link's end its owner, or '' without one. */
export const TAKE_LINK = script(`
local ends = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not ends then return false end
local owner = redis.call('HGET', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
if tonumber(ARGV[2]) < tonumber(ends) then return owner or '' end
return false
`)

/** KEYS: records, codes, closed. ARGV: class, code, opened at, record, ms that a code is kept, closed at or empty. */
export const PUT_CLASS = script(`
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 'registered' end
local holder = redis.call('HGET', KEYS[2], ARGV[2])
if holder then
  local closed = redis.call('HGET', KEYS[3], holder)
  if not closed or tonumber(ARGV[3]) < tonumber(closed) + tonumber(ARGV[5]) then return 'taken' end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[4])
redis.call('HSET', KEYS[2], ARGV[2], ARGV[1])
if ARGV[6] ~= '' then redis.call('HSET', KEYS[3], ARGV[1], ARGV[6]) end
return 'done'
`)

/** KEYS: seats of the class, tokens. ARGV: handle, token, seat, class. The seat's old token is forgotten. */
export const PUT_SEAT = script(`
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if kept then redis.call('HDEL', KEYS[2], string.match(kept, '^[^\\n]*')) end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. '\\n' .. ARGV[3])
redis.call('HSET', KEYS[2], ARGV[2], ARGV[4] .. '\\n' .. ARGV[1])
return 1
`)

/** KEYS: screens, classes of screens, ends, digits. ARGV: token, class or empty, digits, ends, now. 0: the digits are taken. */
export const PUT_SCREEN = script(`
if ARGV[2] == '' then
  local holder = redis.call('HGET', KEYS[4], ARGV[3])
  if holder and holder ~= ARGV[1] then
    local ends = redis.call('ZSCORE', KEYS[3], holder)
    if ends and tonumber(ends) > tonumber(ARGV[5]) then return 0 end
  end
end
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before and redis.call('HGET', KEYS[4], before) == ARGV[1] then redis.call('HDEL', KEYS[4], before) end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('ZADD', KEYS[3], ARGV[4], ARGV[1])
if ARGV[2] == '' then
  redis.call('HSET', KEYS[4], ARGV[3], ARGV[1])
  redis.call('HDEL', KEYS[2], ARGV[1])
else
  redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
end
return 1
`)

/** KEYS as above. ARGV: digits, class, now, new end or empty. 1 if a screen waited under these digits. */
export const APPROVE_SCREEN = script(`
local holder = redis.call('HGET', KEYS[4], ARGV[1])
if not holder then return 0 end
local ends = redis.call('ZSCORE', KEYS[3], holder)
if not ends or tonumber(ends) <= tonumber(ARGV[3]) then return 0 end
redis.call('HDEL', KEYS[4], ARGV[1])
redis.call('HSET', KEYS[2], holder, ARGV[2])
if ARGV[4] ~= '' then redis.call('ZADD', KEYS[3], ARGV[4], holder) end
return 1
`)

/** KEYS: links, sessions, ends of sessions, the four of screens, owners of links. ARGV: now. */
export const DROP_EXPIRED = script(`
for _, link in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])) do
  redis.call('HDEL', KEYS[8], link)
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
for _, token in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', ARGV[1])) do
  redis.call('HDEL', KEYS[2], token)
end
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', ARGV[1])
for _, token in ipairs(redis.call('ZRANGEBYSCORE', KEYS[6], '-inf', ARGV[1])) do
  local digits = redis.call('HGET', KEYS[4], token)
  if digits and redis.call('HGET', KEYS[7], digits) == token then redis.call('HDEL', KEYS[7], digits) end
  redis.call('HDEL', KEYS[4], token)
  redis.call('HDEL', KEYS[5], token)
end
redis.call('ZREMRANGEBYSCORE', KEYS[6], '-inf', ARGV[1])
return 1
`)
