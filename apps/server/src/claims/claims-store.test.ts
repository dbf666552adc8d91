import { createMemoryStore } from '../journal/memory.ts'
import { storeOnDisk } from '../journal/store-on-disk.ts'
import { claimsContract } from './claims-contract.ts'

claimsContract('memory', async () => {
  const store = createMemoryStore()
  return { store, end: () => store.close() }
})
claimsContract('sqlite', storeOnDisk)
