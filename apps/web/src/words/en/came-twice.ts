/** Two entries of one person on the console. */
export const cameTwiceWords = {
  twice: 'Came in twice',
  twiceWho: (name: string) => `Who else is ${name}?`,
  twicePick: 'Choose a name',
  twiceMeans: (stays: string, goes: string) => `${goes} becomes ${stays}.`,
  twiceThen:
    'Seats, words, marks, ratings and minutes of both count for the one who stays. Both devices show what is theirs, private notes too.',
  twiceGo: 'Make them one person',
  twiceNo: 'Leave it',
  oneNow: (goes: string, stays: string) => `${goes} is ${stays} now.`,
  twoAgain: 'Take it back',
}
