import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadCards } from '@evenkeel/playbook/cards'
import {
  createMemoryStore,
  createServer,
  type EvenkeelServer,
  listen,
  type Store,
  type StoredEvent,
  silentLog,
  systemChance,
  systemClock,
} from '@evenkeel/server'
import { repositoryRoot } from './repository-root.ts'
import { PASSCODE } from './server-process.ts'

const webDir = fileURLToPath(new URL('apps/web/out', repositoryRoot))
const NAMES = [
  'Ines',
  'Ana Ruiz',
  'محمد بن عبد العزيز',
  'Bo',
  'Ana-Lucía Fernández de la Vega y Rodríguez de los Monteros',
]

/** A server with the screens, in the test's own process, and classes in its store that were over long ago. */
export class KeptClasses {
  readonly base: string
  readonly store: Store
  readonly #server: EvenkeelServer

  private constructor(base: string, store: Store, server: EvenkeelServer) {
    this.base = base
    this.store = store
    this.#server = server
  }

  static async open(): Promise<KeptClasses> {
    const store = createMemoryStore()
    await store.people.addInstructor({ instructorId: 'i-ines', name: 'Ines', owner: true, at: 1 })
    const server = await createServer({
      store,
      clock: systemClock,
      chance: systemChance,
      library: { cards: new Map(loadCards().map(({ hash, card }) => [hash, card])) },
      log: silentLog,
      passcode: PASSCODE,
      webDir,
      addresses: () => [],
    })
    const port = await listen(server.http, 0, '127.0.0.1')
    return new KeptClasses(`http://127.0.0.1:${port}`, store, server)
  }

  /** A class that a release of Evenkeel wrote: 1 is assessed, 2 is practice. */
  async keep(golden: 'class-1' | 'class-2', classId: string, title: string): Promise<void> {
    const file = new URL(`packages/classroom/src/golden/release-0.1-${golden}.jsonl`, repositoryRoot)
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    const events: StoredEvent[] = lines.map(line => JSON.parse(line))
    const opened = events[0]?.data as object
    const [first, ...rest] = events
    if (first === undefined) throw new Error('the journal is empty')
    const names = NAMES.map((name, n) => ({
      personId: `p${n + 1}`,
      nameVersion: 1,
      name,
      staffNumber: `S-${n}`,
    }))
    const { epoch } = await this.store.journal.create(classId)
    await this.store.journal.append({
      classId,
      epoch,
      expectedSeq: 0,
      events: [{ ...first, data: { ...opened, classId, title } }, ...rest],
      names,
    })
    const record = { classId, title, code: classId.toUpperCase(), ownerId: 'i-ines' }
    await this.store.people.putClass({
      ...record,
      openedAt: first.at,
      closedAt: events.at(-1)?.at ?? first.at,
    })
  }

  close(): Promise<void> {
    return this.#server.stop()
  }
}
