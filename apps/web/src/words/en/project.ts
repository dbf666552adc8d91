/** The wall of the room: few words, large. Nobody is named here. */
export const projectWords = {
  title: 'Projector',
  // ---- four digits
  digits: 'Type these into the console',
  digitsHow: 'On the instructor’s computer: open the class, then “Show on a projector”.',
  digitsSay: (digits: string) => `Four digits: ${digits.split('').join(' ')}`,
  asking: 'Asking for four digits …',
  connecting: 'Connecting to the class …',

  // ---- coming in
  scan: 'Scan with your phone',
  open: 'or open',
  code: 'and type this code',
  codeAlone: 'Class code',
  here: (count: number) => (count === 1 ? 'person is here' : 'people are here'),
  late: 'Late? Class code',

  // ---- pre-brief
  before: 'Before we start',
  practice: 'This is practice. Mistakes are the point.',
  assessed: 'This class is assessed. Your instructor sees all ratings.',
  sees: 'Your partners see what you say and do in your scene. Your instructor can see every scene.',
  ratings: 'Ratings stay in your room, unless you share them.',
  wall: 'This screen never shows your name.',
  stop: 'Anyone may stop, at any time. Nobody is told who it was but the instructor.',
  next: 'Next',
  nextPairs: 'Your instructor pairs you. Keep your phone’s page open.',

  // ---- the steps
  round: (number: number) => `Round ${number}`,
  fishbowlShort: 'Watch the pair in front',
  fishbowl: 'One pair plays, everybody watches',
  rooms: (count: number) => `${count} ${count === 1 ? 'room' : 'rooms'}`,
  ownPace: 'Each room moves at its own pace.',
  lastClock: 'The last clock that runs',
  ownPaceDo: 'Look at your own screen. It says what comes next.',
  steps: {
    briefing: { word: 'Read your card', do: 'Only your own card. We all start together.', next: 'the scene' },
    scene: {
      word: 'Scene',
      do: 'Stay in your role. Anyone may call a time-out or stop.',
      next: 'find an ending',
    },
    'wrap-up': { word: 'Find an ending', do: 'One more exchange, then stop.', next: 'step out of the role' },
    'step-out': {
      word: 'Step out',
      do: 'Say your own name, and one way you are not like the role.',
      next: 'rate the scene',
    },
    rating: {
      word: 'Rate the scene',
      do: 'On your phone. Only what you saw and heard.',
      next: 'talk about it',
    },
    debrief: {
      word: 'Debrief',
      do: 'The officer speaks first, then the customer, then the observer.',
      next: 'the next round',
    },
    done: { word: 'Round over', do: 'Keep your phone’s page open.', next: 'your instructor pairs you again' },
  },
  left: (minutes: number, seconds: number) => `${minutes} minutes ${seconds} seconds left`,
  over: 'Time is up',
  paused: 'No clock now',

  // ---- fishbowl
  tally: 'What the room has marked',
  tap: 'Tap helped or hurt on your phone when you see it.',
  helped: 'helped',
  hurt: 'hurt',

  agreed: 'Where the room agreed',
  agreedHelped: (people: number) => `${people} of you marked: this helped`,
  agreedHurt: (people: number) => `${people} of you marked: this hurt`,
  noAgreement: 'No ten seconds were marked alike by two of you. So what did each of you see?',
  agreedAsk: 'What was said there? What changed after it?',

  // ---- the end
  takeAlongs: 'What we take along',
  noTakeAlongs: 'Nobody has shared something yet.',
  worked: 'Lines that worked',
  noMoments: 'Nobody marked a moment in this scene.',
  noWorked: 'No line has been picked yet.',
  keep: 'I keep',
  tryOut: 'I try',
  more: (count: number) => `and ${count} more`,

  // ---- a debrief, with consent
  shown: 'Shown with everybody’s consent',
  asked: 'What the customer asked for',
  needed: 'What would really have helped',
  words: 'The words that moved it',
  questions: 'To talk about',
  retake: (count: number) => `and ${count} ${count === 1 ? 'retake' : 'retakes'}`,

  closed: 'This class is over. Thank you.',
  closedMeans: 'You can close this page.',
} as const
