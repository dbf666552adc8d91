import type { DeedKind } from '@evenkeel/classroom/view'

/** What instructors did last, as the other ones read it: after a name. */
export const deedsWords = {
  title: 'Who did what',
  at: (spots: readonly number[]) =>
    spots.length === 0 ? '' : spots.length > 4 ? `at ${spots.length} spots` : `at spot ${spots.join(', ')}`,
  did: {
    planned: 'planned a round',
    started: 'started the round',
    next: 'moved everybody on to',
    moved: 'moved on to',
    'time-out': 'called a time-out',
    resumed: 'let the scene go on',
    time: 'changed the time',
    retake: 'started a retake',
    card: 'changed the card',
    twist: 'sent a twist',
    answered: 'answered the radio',
    seated: 'gave a seat to',
    swapped: 'changed the seat of',
    'opened-room': 'opened a room',
    'set-aside': 'set aside',
    'brought-back': 'brought back',
    removed: 'removed',
    merged: 'made two entries one:',
    unmerged: 'made one entry two again:',
    helped: 'answered the call of',
    announced: 'sent a message to everybody',
    lock: 'locked or unlocked the class',
    settings: 'changed the settings',
    projected: 'changed what the projector shows',
  } satisfies Record<DeedKind, string>,
}
