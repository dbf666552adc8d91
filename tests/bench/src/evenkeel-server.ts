/* Evenkeel as it is started by `npm start`, with its real store in a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadCards } from '@evenkeel/playbook/cards'
import { createServer, listen, openStore, silentLog, systemChance, systemClock } from '@evenkeel/server'
import { answerQuestions } from './answer-questions.ts'
import { PASSCODE } from './passcode.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-bench-'))
const cards = await loadCards()
const server = await createServer({
  store: await openStore(dataDir),
  clock: systemClock,
  chance: systemChance,
  library: { cards: new Map(cards.map(({ hash, card }) => [hash, card])) },
  log: silentLog,
  passcode: PASSCODE,
  addresses: () => [],
  ...(process.argv[2] === 'screens' && {
    webDir: fileURLToPath(new URL('../../../apps/web/out', import.meta.url)),
  }),
})
const port = await listen(server.http, 0, '127.0.0.1')
answerQuestions(port, async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})
