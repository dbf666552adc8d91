import type { DraftFrom } from './edit/drafts.ts'

/** What is open under /cards/, as its address says. */
export type CardsPlace =
  | { readonly at: 'list' }
  | { readonly at: 'card'; readonly hash: string }
  | { readonly at: 'paper'; readonly hash: string }
  | { readonly at: 'choose-paper' }
  | { readonly at: 'class-paper' }
  | { readonly at: 'import' }
  | { readonly at: 'write'; readonly from: DraftFrom }

const base = '/cards/'

export function placeOf(search: Pick<URLSearchParams, 'get'>): CardsPlace {
  const [card, edit, copy, print, open] = ['card', 'edit', 'copy', 'print', 'open'].map(name =>
    search.get(name),
  )
  if (card) return { at: 'card', hash: card }
  if (print) return { at: 'paper', hash: print }
  if (edit) return { at: 'write', from: { how: 'edit', hash: edit } }
  if (copy) return { at: 'write', from: { how: 'copy', hash: copy } }
  switch (open) {
    case 'new':
      return { at: 'write', from: { how: 'new', hash: '' } }
    case 'paper':
      return { at: 'choose-paper' }
    case 'class-paper':
      return { at: 'class-paper' }
    case 'import':
      return { at: 'import' }
    default:
      return { at: 'list' }
  }
}

export function addressOf(place: CardsPlace): string {
  switch (place.at) {
    case 'list':
      return base
    case 'card':
      return `${base}?card=${encodeURIComponent(place.hash)}`
    case 'paper':
      return `${base}?print=${encodeURIComponent(place.hash)}`
    case 'choose-paper':
      return `${base}?open=paper`
    case 'class-paper':
      return `${base}?open=class-paper`
    case 'import':
      return `${base}?open=import`
    case 'write':
      return place.from.how === 'new'
        ? `${base}?open=new`
        : `${base}?${place.from.how}=${encodeURIComponent(place.from.hash)}`
  }
}
