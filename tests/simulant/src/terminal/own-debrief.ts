import type { PersonView } from '@evenkeel/classroom'
import { type PlayedScene, renderDebrief } from '@evenkeel/insight'
import { rubric } from '@evenkeel/playbook'

/**
 * The debriefs of a room, told from one person's own view: nothing is in them that this view does not show. None before
 * the reveal.
 */
export function ownDebrief(
  view: PersonView,
  names: Readonly<Record<string, string>>,
  width: number,
): string[] {
  const { room } = view
  if (!room?.revealed || !view.class) return []
  return room.scenes.flatMap((_, index) => {
    const scene = playedScene(view, index)
    return scene === undefined ? [] : renderDebrief(scene, { names, width })
  })
}

function playedScene(view: PersonView, index: number): PlayedScene | undefined {
  const { room, class: head } = view
  const scene = room?.scenes[index]
  if (!room?.customer || !room.officer || !room.debrief || !head || !scene) return undefined
  return {
    ...scene,
    room: room.id,
    scene: scene.id,
    spot: room.spot,
    round: head.round?.number ?? 1,
    roundKind: head.round?.kind ?? 'pairing',
    pairing: 1,
    classKind: head.kind,
    medium: head.medium,
    // A view does not carry the card's file: what it does not show is left empty, and no debrief prints it.
    cardHash: '',
    card: {
      ...room.card,
      id: 'own-view',
      version: 1,
      difficulty: 1,
      language: 'en',
      tags: [],
      customer: room.customer,
      officer: {
        ...room.officer,
        calls: room.officer.calls.map(({ who }) => ({ who, answer: '' })),
      },
      twists: [],
      debrief: room.debrief,
    },
    rubric,
    focus: [],
    cast: room.seats,
    startedAt: null,
    curve: scene.curve ?? [],
    ratings:
      index === 0 ? room.ratings.map(rating => ({ ...rating, asked: Object.keys(rating.scores) })) : [],
    sharing: [],
    stopped: false,
  }
}
