import { storeOnDisk } from '../journal/store-on-disk.ts'
import { peopleContract } from './people-contract.ts'

peopleContract('sqlite', storeOnDisk)
