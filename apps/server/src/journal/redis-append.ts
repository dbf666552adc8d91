import type { RedisClient } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
import { run, script } from '../redis/script.ts'
import type { AppendBatch } from './port.ts'

/**
 * The only way into a class [J3-J6, J10]: the checks and the writing happen as one, whoever else is writing. Nothing is
 * written before the last check. KEYS: head, events, commands, names, held. ARGV: epoch, expected seq, time of the first
 * event, time of the last, channel, who writes, number of events, then of each: command, text; then of each name: person, version, text.
 */
const APPEND = script(`
local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'at')
if not head[1] then return {'none'} end
if head[1] ~= ARGV[1] then return {'stale', head[1], head[2]} end
if redis.call('EXISTS', KEYS[5]) == 1 then return {'held'} end
local count = tonumber(ARGV[7])
for i = 0, count - 1 do
  local first = redis.call('HGET', KEYS[3], ARGV[8 + 2 * i])
  if first then return {'duplicate', tostring(i), first} end
end
if head[2] ~= ARGV[2] then return {'stale', head[1], head[2]} end
if tonumber(ARGV[3]) < tonumber(head[3]) then return {'back', head[3]} end
local seq = tonumber(head[2])
for i = 0, count - 1 do
  seq = seq + 1
  redis.call('XADD', KEYS[2], string.format('%d-1', seq), 'e', ARGV[9 + 2 * i])
  redis.call('HSETNX', KEYS[3], ARGV[8 + 2 * i], string.format('%d', seq))
end
redis.call('HSET', KEYS[1], 'seq', string.format('%d', seq), 'at', ARGV[4])
for i = 8 + 2 * count, #ARGV, 3 do
  local kept = redis.call('HGET', KEYS[4], ARGV[i])
  if not kept or tonumber(string.match(kept, '^%d+')) <= tonumber(ARGV[i + 1]) then
    redis.call('HSET', KEYS[4], ARGV[i], ARGV[i + 1] .. ' ' .. ARGV[i + 2])
  end
end
redis.call('SPUBLISH', ARGV[5], ARGV[6] .. ' ' .. string.format('%d', seq))
return {'ok', string.format('%d', seq)}
`)

export type Appended =
  | { readonly kind: 'ok'; readonly seq: number }
  | { readonly kind: 'none' | 'held' }
  | { readonly kind: 'stale'; readonly epoch: string; readonly seq: number }
  | { readonly kind: 'duplicate'; readonly index: number; readonly seq: number }
  | { readonly kind: 'back'; readonly at: number }

/** An actor's command as one word. Ids hold no line break. */
export const commandField = (actor: string, commandId: string): string => `${actor}\n${commandId}`

/** Rejects only if Redis does not answer, or answers with an error of its own. */
export async function append(client: RedisClient, writer: string, batch: AppendBatch): Promise<Appended> {
  const { classId, epoch, expectedSeq, events, names = [] } = batch
  const reply = await run(
    client,
    APPEND,
    [
      keys.head(classId),
      keys.events(classId, epoch),
      keys.commands(classId),
      keys.names(classId),
      keys.held(classId),
    ],
    [
      epoch,
      String(expectedSeq),
      String(events[0]?.at ?? 0),
      String(events.at(-1)?.at ?? 0),
      keys.woke(classId),
      writer,
      String(events.length),
      ...events.flatMap(event => [commandField(event.actor, event.commandId), JSON.stringify(event)]),
      ...names.flatMap(({ personId, nameVersion, ...name }) => [
        personId,
        String(nameVersion),
        JSON.stringify(name),
      ]),
    ],
  )
  return appended(reply)
}

function appended(reply: unknown): Appended {
  const [kind, first = '', second = ''] = Array.isArray(reply) ? reply.map(String) : []
  switch (kind) {
    case 'ok':
      return { kind, seq: Number(first) }
    case 'none':
    case 'held':
      return { kind }
    case 'stale':
      return { kind, epoch: first, seq: Number(second) }
    case 'duplicate':
      return { kind, index: Number(first), seq: Number(second) }
    case 'back':
      return { kind, at: Number(first) }
    default:
      throw new Error('The append function gave an answer that it does not have')
  }
}
