import { createMemoryStore } from '../journal/memory.ts'
import { cardsContract } from './cards-contract.ts'

cardsContract('memory', async () => {
  const store = createMemoryStore()
  return { store, end: () => store.close() }
})
