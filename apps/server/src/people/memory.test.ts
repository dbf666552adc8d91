import { createMemoryStore } from '../journal/memory.ts'
import { peopleContract } from './people-contract.ts'

peopleContract('memory', async () => {
  const store = createMemoryStore()
  return { store, end: () => store.close() }
})
