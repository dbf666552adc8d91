import { journalContract } from './journal-contract.ts'
import { storeOnDisk } from './store-on-disk.ts'

journalContract('sqlite', storeOnDisk)
