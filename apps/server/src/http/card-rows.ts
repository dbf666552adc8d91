import type { Finding } from '@evenkeel/playbook/cards'
import type { http } from '@evenkeel/protocol'
import type { KnownCard } from '../cards/card-library.ts'

/** What the list of cards tells of one. */
export function rowOf({ hash, card, own }: KnownCard): http.CardRow {
  const { id, version, title, site, difficulty, minutes, language, tags, contentNote, customer } = card
  const behaviours = [...customer.triggers, ...customer.calmers].map(({ behaviour }) => behaviour)
  return {
    hash,
    id,
    version,
    title,
    site,
    difficulty,
    minutes,
    language,
    tags,
    contentNote,
    behaviours: [...new Set(behaviours)],
    origin: own === undefined ? 'playbook' : 'own',
    ...(own && {
      provenance: {
        ...(own.copiedFrom && { copiedFrom: own.copiedFrom }),
        savedBy: own.savedBy,
        savedAt: new Date(own.savedAt).toISOString(),
        ...(own.importedFrom !== undefined && { importedFrom: own.importedFrom }),
      },
    }),
  }
}

export const findingOf = ({ path, say }: Finding): http.CardFinding => ({ field: path.join('.'), say })
