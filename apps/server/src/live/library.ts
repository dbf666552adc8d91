import type { CardHash } from '@evenkeel/classroom'
import type { Card } from '@evenkeel/playbook'

/** The playbook as this server has loaded it. */
export interface Library {
  readonly cards: ReadonlyMap<CardHash, Card>
}
