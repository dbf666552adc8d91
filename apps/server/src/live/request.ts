import type { ClassEvent, ClassState, Command } from '@evenkeel/classroom'
import type { WireRefusal } from '@evenkeel/protocol'

type Bare<C> = C extends Command ? Pick<C, 'id' | 'actor' | 'type' | 'data'> : never
/** A command before the server adds time, chance and the playbook. */
export type Request = Bare<Command> & {
  /** Kept with the name that the command gives, beside the journal. */
  readonly name?: { readonly name: string; readonly staffNumber?: string }
}

/** `seq`: the first event of this command, or the class's last when it changed nothing. */
export type Outcome = { readonly ok: true; readonly seq: number } | WireRefusal

/** One durable event with the class before and after it. */
export interface Step {
  readonly event: ClassEvent
  readonly before: ClassState
  readonly after: ClassState
}

export interface Name {
  readonly name: string
  readonly version: number
}
