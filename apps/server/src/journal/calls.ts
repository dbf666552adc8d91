import type { ClassTables } from './class-tables.ts'
import type { DataFile, Tables, Write } from './data-file.ts'
import type { Reply } from './reply.ts'
import type { CallRequest, RewriteRequest } from './thread-messages.ts'

/** How a request runs: inside the group's transaction, after it, or by itself. */
export type Job =
  | { readonly kind: 'write'; readonly run: Write }
  | { readonly kind: 'read'; readonly run: (tables: Tables) => Reply }
  | { readonly kind: 'alone'; readonly run: (tables: Tables) => Reply }

const PEOPLE_READS: ReadonlySet<string> = new Set([
  'names',
  'instructors',
  'setting',
  'sessionOf',
  'classByCode',
  'classOf',
  'classesOf',
  'rosterOf',
  'seatsOf',
  'kept',
  'seatByHandle',
  'seatsWithTokens',
  'screenByToken',
])

/** What brings a transaction of its own, because it leaves no old byte. */
const PEOPLE_ALONE: ReadonlySet<string> = new Set(['erase', 'putRoster', 'forgetClass'])

/** What a call by name does. The names are those of the ports, with the prefix `people.`, `cards.`, `records.` or `claims.` for theirs. */
export function jobOf({ call, args }: CallRequest): Job {
  if (call.startsWith('people.')) return peopleJob(call.slice('people.'.length), args)
  if (call.startsWith('cards.')) return cardsJob(call.slice('cards.'.length), args)
  if (call.startsWith('records.')) return recordsJob(call.slice('records.'.length), args)
  if (call.startsWith('claims.')) return claimsJob(call.slice('claims.'.length), args)
  switch (call) {
    case 'create':
      return { kind: 'write', run: ({ classes }, undo) => classes.create(String(args[0]), undo) }
    case 'head':
      return read(classes => classes.head(String(args[0])))
    case 'read':
      return {
        kind: 'read',
        run: ({ classes }) => ({ json: classes.read(String(args[0]), Number(args[1]), Number(args[2])) }),
      }
    case 'lookup':
      return read(classes => classes.lookup(String(args[0]), String(args[1]), String(args[2])))
    case 'classes':
      return read(classes => classes.classes())
    case 'rewrite': {
      const request: RewriteRequest = JSON.parse(String(args[0]))
      return { kind: 'alone', run: ({ classes }) => classes.rewrite(request) }
    }
    case 'remove':
      return { kind: 'alone', run: ({ classes }) => classes.remove(String(args[0])) }
    case 'markAlive':
      return { kind: 'write', run: ({ db }) => done(db.prepare(PUT_MARK).run('alive', Number(args[0]))) }
    case 'lastAlive':
      return { kind: 'read', run: ({ db }) => ({ value: db.prepare(GET_MARK).get('alive')?.value }) }
    case 'writable':
      return { kind: 'write', run: probe }
    default:
      return { kind: 'alone', run: () => ({ refused: `The store has no call ${call}` }) }
  }
}

const PUT_MARK = 'INSERT OR REPLACE INTO mark VALUES (?, ?)'
const GET_MARK = 'SELECT value FROM mark WHERE name = ?'
/** More than the pages in hand usually hold, so that a full disk is noticed. */
const PROBE_BYTES = 16384

/** Takes and gives back a few pages: the commit writes them, so a full or read-only disk fails it. */
function probe({ db }: Tables): Reply {
  db.prepare('INSERT OR REPLACE INTO mark VALUES (?, zeroblob(?))').run('probe', PROBE_BYTES)
  return done(db.prepare('DELETE FROM mark WHERE name = ?').run('probe'))
}

function peopleJob(name: string, args: readonly unknown[]): Job {
  const run = ({ people }: Tables): Reply => {
    const method: unknown = Reflect.get(people, name)
    if (typeof method !== 'function') return { refused: `The people store has no call ${name}` }
    return { value: Reflect.apply(method, people, [...args]) }
  }
  if (PEOPLE_ALONE.has(name)) return { kind: 'alone', run }
  return { kind: PEOPLE_READS.has(name) ? 'read' : 'write', run }
}

const CARD_READS: ReadonlySet<string> = new Set(['all', 'hidden'])

function cardsJob(name: string, args: readonly unknown[]): Job {
  const run = ({ cards }: Tables): Reply => {
    const method: unknown = Reflect.get(cards, name)
    if (typeof method !== 'function') return { refused: `The store of cards has no call ${name}` }
    return { value: Reflect.apply(method, cards, [...args]) }
  }
  return { kind: CARD_READS.has(name) ? 'read' : 'write', run }
}

function recordsJob(name: string, args: readonly unknown[]): Job {
  const run = ({ records }: Tables): Reply => {
    const method: unknown = Reflect.get(records, name)
    if (typeof method !== 'function') return { refused: `The store of records has no call ${name}` }
    return { value: Reflect.apply(method, records, [...args]) }
  }
  return { kind: name === 'rows' ? 'read' : 'alone', run }
}

const CLAIM_READS: ReadonlySet<string> = new Set(['claimByToken', 'waitingIn'])

function claimsJob(name: string, args: readonly unknown[]): Job {
  const run = ({ claims }: Tables): Reply => {
    const method: unknown = Reflect.get(claims, name)
    if (typeof method !== 'function') return { refused: `The store of claims has no call ${name}` }
    return { value: Reflect.apply(method, claims, [...args]) }
  }
  return { kind: CLAIM_READS.has(name) ? 'read' : 'write', run }
}

const read = (from: (classes: ClassTables) => unknown): Job => ({
  kind: 'read',
  run: ({ classes }) => ({ value: from(classes) }),
})

const done = (_: unknown): Reply => ({ value: undefined })

/** Runs jobs in order: writes as groups of one commit, reads after the group that they came with. */
export function runJobs(
  file: DataFile,
  jobs: readonly (readonly [id: number, job: Job])[],
): [number, Reply][] {
  const answers: [number, Reply][] = []
  let writes: (readonly [id: number, write: Write])[] = []
  let reads: (readonly [id: number, read: (tables: Tables) => Reply])[] = []
  const flush = () => {
    const replies = writes.length === 0 ? [] : file.commit(writes.map(([, write]) => write))
    for (const [index, [id]] of writes.entries())
      answers.push([id, replies[index] ?? { refused: 'No answer' }])
    for (const [id, run] of reads) answers.push([id, file.alone(run)])
    writes = []
    reads = []
  }
  for (const [id, job] of jobs) {
    if (job.kind === 'write') writes.push([id, job.run])
    else if (job.kind === 'read') reads.push([id, job.run])
    else {
      flush()
      answers.push([id, file.alone(job.run)])
    }
  }
  flush()
  return answers
}
