import { storeOnDisk } from '../journal/store-on-disk.ts'
import { cardsContract } from './cards-contract.ts'

cardsContract('sqlite', storeOnDisk)
