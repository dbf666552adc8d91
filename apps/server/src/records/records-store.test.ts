import { createMemoryStore } from '../journal/memory.ts'
import { storeOnDisk } from '../journal/store-on-disk.ts'
import { recordsContract } from './records-contract.ts'

recordsContract('memory', async () => {
  const store = createMemoryStore()
  return { store, end: () => store.close() }
})
recordsContract('sqlite', storeOnDisk)
