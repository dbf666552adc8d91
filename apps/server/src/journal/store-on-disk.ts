import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoreUnderTest } from './journal-contract.ts'
import { openStore } from './open-store.ts'

/** For tests: a store in a new folder of its own. */
export async function storeOnDisk(): Promise<StoreUnderTest & { readonly dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-test-'))
  let store = await openStore(dataDir)
  return {
    dataDir,
    store,
    reopen: async () => {
      await store.close()
      store = await openStore(dataDir)
      return store
    },
    bytes: () => bytesIn(dataDir),
    end: async () => {
      await store.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

/** Everything that is in the folder: the database, its log of writes, and whatever else may be there. */
export async function bytesIn(dataDir: string): Promise<Buffer> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile())
  return Buffer.concat(await Promise.all(files.map(each => readFile(join(each.parentPath, each.name)))))
}
