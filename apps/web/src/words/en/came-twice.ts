/** Two entries of one person on the console. */
export const cameTwiceWords = {
  twice: 'Came in twice',
  twiceWho: (name: string) => `Who else is ${name}?`,
  twicePick: 'Choose a name',
  twiceMeans: (stays: string, goes: string) =>
    `${goes} becomes ${stays}: seats, lines, marks, ratings and minutes count for ${stays}, and the device of ${goes} shows what ${stays} may see, also private notes. If only ${goes} has a seat now, ${stays} gets it.`,
  twiceGo: 'Make them one person',
  twiceNo: 'Leave it',
  oneNow: (goes: string, stays: string) => `${goes} is ${stays} now.`,
  twoAgain: 'Take it back',
}
