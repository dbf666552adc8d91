/*
 * `npm run move -- export FILE` and `npm run move -- import FILE`: a whole deployment out of, or into, where the environment
 * says that it lies: REDIS_URL, else DATA_DIR. No server may run on it meanwhile.
 */
import { resolve } from 'node:path'
import { EnvironmentError, readEnvironment } from '../environment.ts'
import { DataFolderError } from '../journal/open-store.ts'
import { UnknownEventError } from '../journal/upcast.ts'
import { RedisError } from '../redis/connect.ts'
import { NotTheSame } from './import-deployment.ts'
import { moveIn, moveOut } from './move.ts'
import { CannotMove } from './places.ts'
import { BadDeployment } from './read-deployment.ts'

const USE = `Move a whole deployment to another store:
  npm run move -- export FILE    writes it into FILE
  npm run move -- import FILE    takes it into an empty place
REDIS_URL or DATA_DIR says where, as for a start. Stop the servers first.`

async function move(): Promise<void> {
  const [way, name, ...rest] = process.argv.slice(2)
  if ((way !== 'export' && way !== 'import') || name === undefined || rest.length > 0)
    throw new CannotMove(USE)
  const place = readEnvironment(process.env)
  // As it was typed: npm runs this in the repository's folder.
  const path = resolve(process.env.INIT_CWD ?? '.', name)
  const { classes, events, instructors, cards } = await (way === 'export' ? moveOut : moveIn)(place, path)
  const what = `${counted(classes, 'class', 'classes')} with ${counted(events, 'event')}, ${counted(instructors, 'instructor')} and ${counted(cards, 'own card')}`
  console.log(
    way === 'export'
      ? `${what} are in ${path}. It holds names and what lets people in: keep it as you keep the passcode, and delete it when it was taken in.`
      : `${what} were taken in and compared byte for byte.`,
  )
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

move().catch((error: unknown) => {
  if (error instanceof BadDeployment)
    console.error(`Line ${error.line}: ${error.message} Nothing was taken in.`)
  else {
    const expected = [
      CannotMove,
      DataFolderError,
      EnvironmentError,
      NotTheSame,
      RedisError,
      UnknownEventError,
    ]
    console.error(
      expected.some(kind => error instanceof kind) && error instanceof Error ? error.message : error,
    )
  }
  process.exitCode = 1
})
