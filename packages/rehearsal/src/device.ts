import type { ConsoleView, PersonView, Place, WireCommandType, WireShapes } from '@evenkeel/classroom'

/**
 * What somebody simulated holds in their hands: the views that their own device shows, and commands that are answered. Over
 * a socket or inside the server: whoever plays does not know which.
 */
export interface Device {
  readonly seat: PersonView | undefined
  readonly console: ConsoleView | undefined
  /** What commands are composed for, as this device shows it now. */
  readonly place: Place | undefined
  /** Resolves as soon as it is so. */
  until<T>(what: (device: Device) => T | undefined | false | null): Promise<T>
  /** A refusal is an answer too. */
  act<T extends WireCommandType>(type: T, data: WireShapes[T]): Promise<{ readonly ok: boolean }>
  /** For what must be carried out: rejects with the sentence of a refusal. */
  do<T extends WireCommandType>(type: T, data: WireShapes[T]): Promise<number>
}
