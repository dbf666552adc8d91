import type { Reason } from '@evenkeel/classroom/view'

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A length of time as somebody says it, in steps so large that it does not change all the time. */
export function timeText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 10_000) * 10)
  if (seconds < 60) return seconds < 10 ? 'a few seconds' : `${seconds} seconds`
  const minutes = Math.floor(seconds / 60)
  return minutes === 1 ? 'one minute' : `${NUMBERS[minutes] ?? minutes} minutes`
}

const lasting =
  (what: string) =>
  (time: string | null): string =>
    time === null ? what : `${what} for ${time}`

/** The instructor's wall: a tile for each room. */
export const wallWords = {
  needs: (count: number) =>
    count === 0
      ? 'No room needs you now.'
      : count === 1
        ? 'One room needs somebody'
        : `${count} rooms need somebody`,
  reasons: {
    help: lasting('Calls for help'),
    stop: () => 'Stopped the scene',
    away: lasting('Somebody is missing'),
    furious: lasting('Furious'),
    silence: lasting('Silent'),
    'one-rater': lasting('Waits for one rating'),
    'over-time': time => (time === null ? 'Takes longer than planned' : `Takes ${time} longer than planned`),
    still: lasting('The temperature has not moved'),
    unmarked: time => (time === null ? 'No mark yet' : `No mark in ${time}`),
  } satisfies Record<Reason, (time: string | null) => string>,
  signs: {
    unsure: 'no sign for a while',
    away: 'no connection',
    gone: 'gone',
  },
  search: 'Find a name, a card or a spot',
  show: 'Show',
  all: 'All rooms',
  needing: 'Rooms that need somebody',
  playing: 'Rooms in a scene',
  size: 'Size',
  sizes: { large: 'Large', medium: 'Medium', small: 'Small' },
  noneFit: 'No room fits.',
  curve: 'Temperature so far',
  latest: { helped: 'Last mark: helped', hurt: 'Last mark: hurt' },
  held: 'The order waits while you point at a room.',
  dropout: {
    title: (names: string) => `${names} dropped out. The clock is paused.`,
    wait: 'Wait for them',
    waiting: 'Waiting. The scene goes on when they are back.',
    take: (name: string, seat: string) => `${name} takes the seat: ${seat}`,
    takeMyself: (seat: string) => `I take the seat: ${seat}`,
    move: (name: string) => `Find ${name} another place`,
    end: 'End the scene instead',
    reallyEnd: 'Really end it now?',
  },
  policy: {
    label: 'When somebody drops out of a typed scene',
    ask: 'Ask me',
    wait: 'Wait for them',
    'stand-in': 'An observer takes the seat',
    end: 'End the scene',
  },
  limits: {
    title: 'A room needs me when …',
    inSeconds: 'seconds',
    awayFor: 'somebody is missing for',
    furiousFor: 'the customer is furious for',
    silentFor: 'nobody writes for',
    stillFor: 'the temperature has not moved for',
    unmarkedFor: 'nobody has marked for',
    overBy: 'a step takes longer by',
  },
} as const
