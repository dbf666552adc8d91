/** Two entries of one person on the console. */
export const cameTwiceWords = {
  twice: 'Joined twice',
  twiceWho: (name: string) => `Who else is ${name}?`,
  twicePick: 'Choose a name',
  twiceMeans: (stays: string, goes: string) => `The two entries become one: ${stays} stays, ${goes} goes.`,
  twiceThen:
    'Seats, words, marks, ratings and minutes of both count for the one who stays. Both devices show what is theirs, private notes too.',
  twiceGo: 'Make them one person',
  twiceNo: 'Cancel',
  oneNow: (goes: string, stays: string) => `${goes} is ${stays} now.`,
  twoAgain: 'Undo',
}
