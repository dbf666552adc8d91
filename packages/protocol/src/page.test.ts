import { LONGEST } from '@evenkeel/classroom'
import { cardSchema } from '@evenkeel/playbook'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { commandData, commandId, parseCommand } from './commands.ts'
import { LIMITS } from './limits.ts'
import * as records from './records.ts'
import { refusalKindSchema, refusalSchema } from './refusal.ts'
import { RETRYABLE } from './retryable.ts'
import { DOWN, handshake, subscription, UP, viewEvent } from './socket.ts'
import { blocks, fieldNames, page, readSource, table } from './testing/page.ts'
import { httpSchemas } from './testing/schema-hash.ts'
import { PROTOCOL_VERSION } from './version.ts'

/** An object's fields, with `?` behind those that may be left out. */
function fieldsOf(schema: z.ZodType): string[] {
  if (!(schema instanceof z.ZodObject)) throw new Error('only objects have fields')
  return Object.entries(schema.shape)
    .map(([name, field]) => (field instanceof z.ZodExactOptional ? `${name}?` : name))
    .sort()
}

const named = (head: string) =>
  Object.fromEntries(table(head).map(([name = '', fields = '']) => [name, fieldNames(fields)]))
const known = (schemas: Readonly<Record<string, z.ZodType>>) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, fieldsOf(schema)]))

describe('docs/PROTOCOL.md and the schemas say the same', () => {
  test('the version', () => {
    expect(/\*\*Version: (\d+)\.\*\*/.exec(page)?.[1]).toBe(String(PROTOCOL_VERSION))
  })

  test('every command with every field, and no other', () => {
    expect(named('command')).toEqual(known(commandData))
  })

  test('who may use a command, as SPEC has it', () => {
    const inSpec = new Map<string, Set<string>>()
    for (const [, command = '', who = ''] of readSource('docs/SPEC.md').matchAll(
      /^\| ([A-Z]\w+) +\| ([a-z, ]+?) +\| [^|]+\|$/gm,
    )) {
      const all = inSpec.get(command) ?? new Set()
      for (const one of who.split(', ')) all.add(one)
      inSpec.set(command, all)
    }
    for (const [command = '', , who = ''] of table('command')) {
      const everybody = ['customer', 'officer', 'observer', 'elsewhere', 'instructor']
      const here = who === 'everybody' ? everybody : who.split(', ')
      expect([command, here.sort()]).toEqual([command, [...(inSpec.get(command) ?? [])].sort()])
    }
  })

  test('every message up and down with every field, and no other', () => {
    const command = z.strictObject({ id: commandId, type: z.string(), data: z.unknown() })
    const events = table('event').map(([name]) => name)
    expect(events).toEqual(['command', ...Object.keys(UP)])
    expect(named('event')).toEqual(known({ command, ...UP }))
    const down = page.slice(page.indexOf('### Messages down'))
    const rows = [...down.matchAll(/^\| (\w+) \| `(.*)` \|$/gm)].slice(0, Object.keys(DOWN).length)
    expect(Object.fromEntries(rows.map(([, name, fields = '']) => [name, fieldNames(fields)]))).toEqual(
      known(DOWN),
    )
  })

  test('the handshake, the subscriptions and the view events', () => {
    const auth = /is the handshake: `([^`]+)`/.exec(page)?.[1] ?? ''
    expect(fieldNames(auth)).toEqual(fieldsOf(handshake))
    for (const [sub] of table('subscription')) expect(subscription.safeParse(sub).success).toBe(true)
    expect(table('subscription')).toHaveLength(5)
    const ops = viewEvent.options.map(option => [
      option.shape.op.value,
      fieldsOf(option).filter(field => field !== 'op'),
    ])
    expect(named('op')).toEqual(Object.fromEntries(ops))
  })

  test('every http body with every field, and every body of a route', () => {
    expect(named('body')).toEqual(known(httpSchemas))
    const routes = table('method')
    const used = new Set(routes.flatMap(([, , body = '', answer = '']) => [body, answer]))
    used.delete('')
    for (const part of ['httpRefusal', 'instructor', 'cardRow', 'cardFinding', 'fileFinding']) used.add(part)
    for (const part of ['cardRefused', 'importRefused', 'cardsExist']) used.add(part)
    expect([...used].sort()).toEqual(Object.keys(httpSchemas).sort())
  })

  test('every route that the server has, and no other', () => {
    const routes = [
      'sign-in',
      'classes',
      'join',
      'roster',
      'screens',
      'claims',
      'remotes',
      'class-instructors',
      'rehearsals',
      'cards',
    ].flatMap(file => {
      const source = readSource(`apps/server/src/http/${file}.ts`)
      return [...source.matchAll(/router\.(\w+)\('([^']+)'/g)].map(([, method = '', path = '']) => {
        const shown = path.replace(/:(\w+)/g, (_colon, name: string) => name.toUpperCase())
        return `${method.toUpperCase()} /api${shown}`
      })
    })
    expect(
      table('method')
        .map(([method, path]) => `${method} ${path}`)
        .sort(),
    ).toEqual(routes.sort())
  })

  test('every route of the records, with what is sent', () => {
    const files = ['class-pages', 'exports', 'import', 'attesting', 'forgetting', 'people']
    const routes = files.flatMap(file => {
      const source = readSource(`apps/server/src/http/records/${file}.ts`)
      return [...source.matchAll(/router\.(\w+)\('([^']+)'/g)].map(([, method = '', path = '']) => {
        const shown = path.replace(/:(\w+)/g, (_colon, name: string) => name.toUpperCase())
        return `${method.toUpperCase()} ${shown}`
      })
    })
    const rows = table('way')
    expect(rows.map(([way, path]) => `${way} ${path}`).sort()).toEqual(routes.sort())
    const sent = rows.flatMap(([, , body = '']) => /^[a-z]+$/.exec(body)?.[0] ?? [])
    expect(sent.sort()).toEqual(Object.keys(records).sort())
  })

  test('the status of each kind, as the server has it', () => {
    const source = readSource('apps/server/src/http/refuse.ts')
    const statuses = /const STATUS = \{(.*?)\}/s.exec(source)?.[1] ?? ''
    const ofKind = [...statuses.matchAll(/'?([\w-]+)'?: (\d+),/g)].map(([, kind, status]) => [kind, status])
    expect(table('kind').map(([kind, status]) => [kind, status])).toEqual(ofKind)
  })

  test('the parts of a card', () => {
    const { shared, customer, officer, debrief } = cardSchema.shape
    const parts = { card: cardSchema, shared, customer, officer, debrief }
    const listed = Object.entries(parts).map(([name, schema]) => [name, Object.keys(schema.shape).sort()])
    const rows = table('part').map(([name, fields = '']) => [
      name,
      fieldNames(fields).map(field => field.replace('?', '')),
    ])
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(listed))
  })

  test('every refusal that a route can give is a kind', () => {
    for (const row of table('method')) {
      const kinds = (row[5] ?? '').replace(/\([^)]*\)/g, '').split(',')
      for (const kind of kinds.map(one => one.trim()).filter(one => one !== ''))
        expect(refusalKindSchema.options).toContain(kind)
    }
  })

  test('every kind of refusal, and which may be sent again', () => {
    const rows = table('kind')
    expect(rows.map(([kind]) => kind)).toEqual(refusalKindSchema.options)
    expect(rows.flatMap(([kind, , again]) => (again === 'yes' ? [kind] : [])).sort()).toEqual(
      [...RETRYABLE].sort(),
    )
  })

  test('every limit and every bound of a text with its number', () => {
    const numbers = (head: string) =>
      Object.fromEntries(table(head).map(([name = '', number]) => [name, Number(number)]))
    expect(numbers('limit')).toEqual(LIMITS)
    expect(numbers('text')).toEqual(LONGEST)
  })

  test('the views, field by field', () => {
    const shown = blocks('ts').find(({ name }) => name === 'views')?.text ?? ''
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
    for (const path of ['view.ts', 'wall-cell.ts']) {
      const source = readSource(`packages/classroom/src/view/${path}`)
        .replace(/\/\*\*.*?\*\//gs, '')
        .replaceAll('readonly ', '')
      const interfaces = [...source.matchAll(/^export (interface \w+ \{\n.*?^\})/gms)]
      expect(interfaces.length).toBeGreaterThan(0)
      for (const [, written = ''] of interfaces) expect(plain(shown)).toContain(plain(written))
    }
  })
})

describe('every example is of its shape', () => {
  test('bodies', () => {
    const found = blocks('json')
    expect(found.length).toBeGreaterThan(3)
    for (const { name, text } of found) {
      const schema = name === 'handshake' ? handshake : httpSchemas[name.replace('http.', '')]
      if (schema === undefined) throw new Error(`no schema has the name ${name}`)
      expect([name, schema.safeParse(JSON.parse(text)).success]).toEqual([name, true])
    }
  })

  const frames = blocks('frames').flatMap(({ text }) => text.trim().split('\n'))
  test.each(frames)('%s', frame => {
    const [, way, type, text = ''] = /^([<>]) (4[0-4])(.*)$/.exec(frame) ?? []
    const body: unknown = JSON.parse(text)
    if (type === '40') {
      if (way === '>') handshake.parse(body)
      else z.strictObject({ sid: z.string() }).parse(body)
      return
    }
    if (type === '44') {
      const { data } = z.strictObject({ message: z.string(), data: z.looseObject({}) }).parse(body)
      refusalSchema.parse({ ok: false, ...data })
      return
    }
    expect(type).toBe('42')
    const [name, message] = z.tuple([z.string(), z.unknown()]).parse(body)
    if (way === '>' && name === 'command') {
      expect(parseCommand(message)).toMatchObject({ ok: true })
      return
    }
    const schemas: Readonly<Record<string, z.ZodType>> = way === '>' ? UP : DOWN
    expect(Object.keys(schemas)).toContain(name)
    schemas[name]?.parse(message)
  })
})
