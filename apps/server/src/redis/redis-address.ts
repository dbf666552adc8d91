/** What REDIS_URL says. */
export interface RedisAddress {
  readonly kind: 'one' | 'sentinel' | 'cluster'
  /** The Redis; or some of the Sentinels, or of the cluster, which know the others. */
  readonly nodes: readonly { readonly host: string; readonly port: number }[]
  readonly tls: boolean
  /** Empty: none. For Redis, not for Sentinels. */
  readonly username: string
  readonly password: string
  readonly database: number
  /** The name under which Sentinels know the primary. */
  readonly primary: string
}

const FORM =
  /^redis(?<tls>s?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<who>[^@/]*)@)?(?<hosts>[^/?#]+)(?<path>\/[^?#]*)?$/
const HOST = /^(?<host>\[[0-9a-f:.]+\]|[^:[\]\s,]+)(?::(?<port>\d{1,5}))?$/i
const PORTS = { one: 6379, sentinel: 26_379, cluster: 6379 } as const

/**
 * Reads `redis://host:6379/0`, `redis+sentinel://one:26379,two:26379/primary/0` and `redis+cluster://one:6379,two:6379`,
 * each with `user:password@` before the hosts, percent-encoded, and `rediss` for TLS. Undefined: it has none of these forms.
 */
export function redisAddress(url: string): RedisAddress | undefined {
  const form = FORM.exec(url)?.groups
  if (form === undefined) return undefined
  const kind = form.kind === 'sentinel' || form.kind === 'cluster' ? form.kind : 'one'
  const nodes = (form.hosts ?? '').split(',').map(each => nodeFrom(each, PORTS[kind]))
  const path = (form.path ?? '').split('/').slice(1)
  const primary = kind === 'sentinel' ? path.shift() : ''
  const [database = '', ...rest] = path
  const credentials = credentialsFrom(form.who ?? '')
  if (primary === '' && kind === 'sentinel') return undefined
  if (primary === undefined || credentials === undefined || rest.length > 0) return undefined
  if (!/^\d{0,4}$/.test(database) || (kind === 'cluster' && Number(database) > 0)) return undefined
  if (kind === 'one' && nodes.length > 1) return undefined
  const known = nodes.filter(node => node !== undefined)
  if (known.length < nodes.length) return undefined
  return { kind, nodes: known, tls: form.tls === 's', ...credentials, database: Number(database), primary }
}

function nodeFrom(text: string, usual: number): RedisAddress['nodes'][number] | undefined {
  const found = HOST.exec(text)?.groups
  const port = Number(found?.port ?? usual)
  if (found?.host === undefined || port < 1 || port > 65_535) return undefined
  return { host: found.host.replace(/^\[|\]$/g, ''), port }
}

function credentialsFrom(who: string): Pick<RedisAddress, 'username' | 'password'> | undefined {
  const [username = '', ...password] = who.split(':')
  try {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password.join(':')) }
  } catch {
    return undefined
  }
}

/** For a sentence: where it leads, without who asks. */
export const hostsOf = ({ nodes }: RedisAddress): string =>
  nodes.map(({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`).join(',')
