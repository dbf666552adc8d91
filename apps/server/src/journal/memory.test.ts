import { journalContract } from './journal-contract.ts'
import { createMemoryStore } from './memory.ts'

journalContract('memory', async () => {
  const store = createMemoryStore()
  return { store, end: () => store.close() }
})
