import { pathToFileURL } from 'node:url'
import { cardsFolder, readCards } from './cards.ts'
import { cardsTable } from './cards-table.ts'
import { examineLibrary } from './examine-library.ts'

/**
 * `npm run cards [folder]`: checks the cards of a folder, those that ship if none is named, prints them as a table and says
 * all that is wrong. What a whole playbook must have is asked only of the cards that ship.
 * @returns the exit code: 1 if anything is wrong.
 */
export function cardsCommand(folder: string | undefined, print: (line: string) => void): 0 | 1 {
  const read = readCards(folder ?? cardsFolder)
  const cards = read.cards.map(({ card }) => card)
  if (cards.length > 0) print(cardsTable(cards))
  const found = examineLibrary(cards)
  const wrong = [
    ...read.problems.map(({ say }) => say),
    ...found.cards.flatMap(({ id, says }) => says.map(say => `${id}: ${say}`)),
    ...(folder === undefined ? found.whole : []),
  ]
  print('')
  if (wrong.length === 0 && cards.length > 0) {
    print('Nothing is wrong.')
    return 0
  }
  if (cards.length === 0) print('There are no cards.')
  for (const say of wrong) print(say)
  if (wrong.length > 0) print(`\n${wrong.length} ${wrong.length === 1 ? 'thing is' : 'things are'} wrong.`)
  return 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = cardsCommand(process.argv[2], line => console.log(line))
