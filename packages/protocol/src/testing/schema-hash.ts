import { createHash } from 'node:crypto'
import { z } from 'zod'
import { commandData, commandId } from '../commands.ts'
import * as http from '../http.ts'
import { refusalSchema } from '../refusal.ts'
import { DOWN, handshake, UP } from '../socket.ts'

export const httpSchemas: Readonly<Record<string, z.ZodType>> = http

/** Everything that two sides must agree on, by name. */
export const everySchema: Readonly<Record<string, z.ZodType>> = Object.fromEntries([
  ['commandId', commandId],
  ['handshake', handshake],
  ['refusal', refusalSchema],
  ...Object.entries(commandData).map(([name, schema]) => [`command ${name}`, schema]),
  ...Object.entries(UP).map(([name, schema]) => [`up ${name}`, schema]),
  ...Object.entries(DOWN).map(([name, schema]) => [`down ${name}`, schema]),
  ...Object.entries(httpSchemas).map(([name, schema]) => [`http ${name}`, schema]),
])

/** SHA-256, in hex, of the schemas as JSON Schema. The order in which fields are written does not count. */
export function schemaHash(schemas: Readonly<Record<string, z.ZodType>> = everySchema): string {
  const described = Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)])
  return createHash('sha256')
    .update(canonical(Object.fromEntries(described)))
    .digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  const inOrder = (key: string, inner: unknown) =>
    key === 'required' && Array.isArray(inner) ? [...inner].sort() : inner
  const written = entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inOrder(key, inner))}`)
  return `{${written.join()}}`
}
