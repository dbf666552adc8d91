import { presetFor, type Rating } from '@evenkeel/classroom'
import { itemIds, rubric } from '@evenkeel/playbook'
import type { PlayedScene, SceneRating } from '../played-scene.ts'
import { phoneCard } from './phone-card.ts'
import { told } from './told.ts'

/** A scene of a typed practice class in which nothing happened, with what a test changes. */
export function played(change: Partial<PlayedScene> = {}): PlayedScene {
  const { kind, medium } = presetFor({ kind: 'practice', place: 'remote', minutes: 90 }, [])
  return {
    ...told(),
    curve: [{ level: 4, offset: 0 }],
    room: 'r1-1',
    scene: 'r1-1.1',
    spot: 1,
    round: 1,
    roundKind: 'pairing',
    pairing: 1,
    classKind: kind,
    medium,
    cardHash: 'card-a',
    card: phoneCard,
    rubric,
    focus: ['paraphrase', 'acknowledge', 'resolve'],
    cast: { customer: 'p2', officer: 'p3', observers: ['p4'] },
    fork: null,
    startedAt: 0,
    ratings: [],
    sharing: [],
    stopped: false,
    ...change,
  }
}

export const rated = (by: string, as: Rating['as'], scores: Rating['scores']): SceneRating => ({
  by,
  as,
  about: 'p3',
  scores,
  sentence: '',
  asked: itemIds,
})
