import { type CardOfFile, type FileProblem, readCardsFile } from '@evenkeel/playbook/cards'
import type { CardLibrary, KnownCard, NewCard } from './card-library.ts'

export type IfExists = 'ask' | 'keep-both' | 'replace' | 'skip'

export interface CardFileText {
  readonly name: string
  readonly text: string
}

export interface ImportProblem {
  readonly file: string
  readonly line?: number
  readonly field?: string
  readonly say: string
}

export interface Existing {
  readonly id: string
  readonly title: string
  readonly file: string
  readonly origin: 'playbook' | 'own'
}

export type Imported =
  | { readonly ok: true; readonly saved: readonly KnownCard[]; readonly skipped: readonly string[] }
  | { readonly ok: false; readonly kind: 'bad'; readonly problems: readonly ImportProblem[] }
  | { readonly ok: false; readonly kind: 'existing'; readonly existing: readonly Existing[] }
  | { readonly ok: false; readonly kind: 'full' | 'changed' }

export interface ImportRequest {
  readonly files: readonly CardFileText[]
  readonly ifExists: IfExists
  /** The instructor's name. */
  readonly by: string
  /** Lets others have their turn between two cards. */
  readonly pause: () => Promise<void>
}

/** Problems told of one import. Whoever mends these finds the rest. */
const mostProblems = 200

/** Untrusted files of cards into the deployment's playbook: all of them or none. */
export async function importCards(library: CardLibrary, request: ImportRequest): Promise<Imported> {
  const read: CardOfFile[] = []
  const problems: ImportProblem[] = []
  for (const { name, text } of request.files) {
    const file = await readCardsFile(name, text, request.pause)
    if (file.ok) read.push(...file.cards)
    else problems.push(...file.problems.map(asProblem))
    if (problems.length >= mostProblems) break
  }
  if (problems.length === 0)
    for (const each of read) problems.push(...(await examined(library, each, request.pause)))
  if (problems.length > 0) return { ok: false, kind: 'bad', problems: problems.slice(0, mostProblems) }
  return place(library, read, request)
}

async function examined(
  library: CardLibrary,
  { card, file, idLine }: CardOfFile,
  pause: () => Promise<void>,
): Promise<ImportProblem[]> {
  const { problems } = library.examine(card)
  await pause()
  return problems.map(({ path, say }) => {
    const field = path.join('.')
    return { file, ...(idLine !== undefined && { line: idLine }), field, say: `${card.id}: ${say}` }
  })
}

const asProblem = ({ file, line, field, say }: FileProblem): ImportProblem => ({
  file,
  ...(line !== undefined && { line }),
  ...(field !== undefined && { field }),
  say,
})

/** Finds each card its id: what exists already is kept beside, replaced or left out, as was asked for. */
async function place(
  library: CardLibrary,
  read: readonly CardOfFile[],
  { ifExists, by }: ImportRequest,
): Promise<Imported> {
  // Two of one id in one import meet as if the first was there already.
  const here = new Map<string, { title: string; origin: Existing['origin']; hash: string | undefined }>()
  for (const { hash, card, own } of library.offered())
    here.set(card.id, { title: card.title, origin: own === undefined ? 'playbook' : 'own', hash })
  const taken = new Set(here.keys())
  const existing: Existing[] = []
  const problems: ImportProblem[] = []
  const skipped: string[] = []
  const wanted = new Map<string, NewCard>()
  for (const { card, file, idLine } of read) {
    const other = here.get(card.id)
    const fresh = { card, importedFrom: file }
    if (other === undefined) {
      taken.add(card.id)
      here.set(card.id, { title: card.title, origin: 'own', hash: undefined })
      wanted.set(card.id, fresh)
    } else if (ifExists === 'ask') {
      existing.push({ id: card.id, title: other.title, file, origin: other.origin })
    } else if (ifExists === 'skip') {
      skipped.push(card.id)
    } else if (ifExists === 'keep-both') {
      const id = freeId(card.id, taken)
      taken.add(id)
      wanted.set(id, { ...fresh, card: { ...card, id } })
    } else if (other.origin === 'playbook') {
      problems.push({
        file,
        ...(idLine !== undefined && { line: idLine }),
        field: 'id',
        say: `${file}: "${card.id}" is a card that comes with Evenkeel and cannot be replaced. Keep both, or skip it.`,
      })
    } else {
      wanted.set(card.id, { ...fresh, replaces: other.hash })
    }
  }
  if (problems.length > 0) return { ok: false, kind: 'bad', problems }
  if (existing.length > 0) return { ok: false, kind: 'existing', existing }
  const saved = await library.save([...wanted.values()], by)
  if (!saved.ok) return { ok: false, kind: saved.kind === 'full' ? 'full' : 'changed' }
  return { ok: true, saved: saved.cards, skipped }
}

const longestId = 60

/** "lost-phone" as "lost-phone-2", "-3" … whichever is free. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const end = `-${number}`
    const free = `${id.slice(0, longestId - end.length).replace(/-$/, '')}${end}`
    if (!taken.has(free)) return free
  }
}
