import type { PersonId, RoomView, SceneView } from '@evenkeel/classroom'
import type { Language, Mark, Temperature } from '@evenkeel/playbook'

/** What a player may go by: their own room as their own view shows it, and nothing else. */
export interface Look {
  readonly me: PersonId
  readonly room: RoomView
  readonly scene: SceneView
  readonly medium: 'spoken' | 'typed'
  /** Of the class: its cards, and what is spoken. */
  readonly language: Language
}

export type Beat =
  | { readonly kind: 'line'; readonly how: 'say' | 'do'; readonly text: string }
  | { readonly kind: 'temperature'; readonly level: Temperature }
  | { readonly kind: 'call'; readonly index: 0 | 1 }
  | { readonly kind: 'mark'; readonly mark: Mark }
  /** `settled`: nothing more is to be said; sent to nobody. */
  | { readonly kind: 'time-out' | 'resume' | 'help' | 'settled' }
  | { readonly kind: 'confer'; readonly text: string }

/** One beat and the human pause before it, in ms. */
export type Turn = readonly { readonly after: number; readonly beat: Beat }[]

/** Plays one seat through one scene. Asked again after everything that happens; undefined is to wait and see. */
export interface Player {
  next(look: Look): Turn | undefined
}

export const say = (text: string) =>
  ({ after: typing(text), beat: { kind: 'line', how: 'say', text } }) as const
export const act = (text: string) =>
  ({ after: typing(text), beat: { kind: 'line', how: 'do', text } }) as const

/** How long a person thinks and types: three seconds, then about fifteen characters a second; nobody takes for ever. */
const typing = (text: string) => Math.min(11_000, 3_000 + text.length * 65)
