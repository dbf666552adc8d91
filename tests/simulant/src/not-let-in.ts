import type { WireRefusalKind } from '@evenkeel/protocol'

export interface LastWord {
  readonly kind: WireRefusalKind
  readonly say: string
}

/** What `until` and `act` reject with when nothing more will come: the server's sentence. */
export class NotLetIn extends Error {
  readonly kind: WireRefusalKind

  constructor({ kind, say }: LastWord) {
    super(say)
    this.name = 'NotLetIn'
    this.kind = kind
  }
}
