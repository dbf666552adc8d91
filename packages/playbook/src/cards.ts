import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type CardFile,
  cardFileLimit,
  type FileProblem,
  type LoadedCard,
  problem,
  readCardFile,
  refuse,
  tooLarge,
} from './card-file.ts'
import { contentHash } from './content-hash.ts'
import type { Rubric } from './rubric-schema.ts'

export {
  type CardFile,
  cardFileLimit,
  cardHash,
  type FileProblem,
  type LoadedCard,
  readCardFile,
} from './card-file.ts'

export { type CardOfFile, type CardsFile, readCardsFile } from './cards-file.ts'
export { type ExaminedCard, examineCard, type Finding, type Rule, stops } from './examine-card.ts'
export { writeCards } from './write-cards.ts'

/** The cards that ship with the playbook. One level up from src/ and from dist/ alike. */
export const cardsFolder = new URL('../cards/', import.meta.url)

/** Thrown by `loadCards`; the message lists every problem of the folder, one a line. */
export class BadCards extends Error {
  override readonly name = 'BadCards'
  readonly problems: readonly FileProblem[]

  constructor(problems: readonly FileProblem[]) {
    super(problems.map(each => each.say).join('\n'))
    this.problems = problems
  }
}

/**
 * All cards of a folder, sorted by id. Reads `*.yaml` of that folder only. Throws `BadCards` with every
 * problem if any file is not a good card or two have one id: a class must not start on half a playbook.
 */
export function loadCards(folder: string | URL = cardsFolder): LoadedCard[] {
  const { cards, problems } = readCards(folder)
  if (problems.length > 0) throw new BadCards(problems)
  return cards
}

/** As `loadCards`, with what is wrong as values beside the cards that are good. */
export function readCards(folder: string | URL): { cards: LoadedCard[]; problems: FileProblem[] } {
  const read = listCards(folder).map(({ name, url }) => ({ name, result: readOne(name, url) }))
  const cards: LoadedCard[] = []
  const problems: FileProblem[] = []
  const fileById = new Map<string, string>()
  for (const { name, result } of read) {
    if (!result.ok) {
      problems.push(...result.problems)
      continue
    }
    const other = fileById.get(result.card.id)
    if (other !== undefined)
      problems.push(problem(name, `is "${result.card.id}", which ${other} already has`, result.idLine, 'id'))
    else {
      fileById.set(result.card.id, name)
      cards.push({ card: result.card, hash: result.hash, file: name })
    }
  }
  return { cards: cards.sort((a, b) => (a.card.id < b.card.id ? -1 : 1)), problems }
}

/** The content hash of a rubric, made as a card's. */
export function rubricHash(rubric: Rubric): string {
  return contentHash(rubric)
}

function listCards(folder: string | URL): { name: string; url: URL }[] {
  const base = typeof folder === 'string' ? pathToFileURL(folder) : folder
  const slashed = new URL(base.href.endsWith('/') ? base.href : `${base.href}/`)
  return readdirSync(fileURLToPath(slashed))
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => ({ name, url: new URL(encodeURIComponent(name), slashed) }))
}

function readOne(name: string, url: URL): CardFile {
  const { size } = statSync(url)
  return size > cardFileLimit ? refuse(name, tooLarge(size)) : readCardFile(name, readFileSync(url))
}
