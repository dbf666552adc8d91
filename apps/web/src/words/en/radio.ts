/** Calls of officers that an instructor may answer: on the console and on the remote. */
export const radioWords = {
  queue: 'Officers on the radio, the longest waiting first',
  hidden: (count: number) =>
    count === 1 ? 'An officer is on the radio.' : `${count} officers are on the radio.`,
  calls: (who: string) => `calls: ${who}`,
  dueIn: (time: string) => `The card answers in ${time}.`,
  stands: 'The clock is paused. The call waits.',
  card: 'The card says:',
  giveCard: 'Say what the card says',
  own: 'Or your own words',
  send: 'Say this',
  late: (spot: number, who: string) => `Spot ${spot}, ${who}: your words came too late. They were not sent.`,
  put: 'OK',
  made: 'Calls of the officer',
  noAnswer: 'No answer came.',
  live: 'said by an instructor',
  setting: 'We answer the officers’ radio. If nobody does for 20 seconds, the card answers.',
}
