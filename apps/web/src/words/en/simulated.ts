/** What is simulated says so, on every screen. */
export const simulatedWords = {
  mark: 'Simulated',
  means: 'Made-up people. Nothing is kept.',
  finish: 'Finish the scene',
  leave: 'Leave the practice',
  tryIt: {
    title: 'Try it alone',
    means: 'The others are made up. Nothing of it is kept.',
    scene: 'Be the officer',
    sceneMeans: 'You type with a scripted customer, who warms and cools by what you say. About five minutes.',
    card: 'Card',
    anyCard: 'Any card',
    sceneGo: 'Start a practice scene',
    class: 'Look on at a class',
    classMeans:
      'Twenty-four made-up people play. You see the wall, look into rooms, and answer a call for help.',
    classGo: 'Start a simulated class',
  },
  did: {
    title: 'What your words did',
    means:
      'The customer is a script. It looked for these signs in your words. Rules know words, not tone: a person may hear it in another way.',
    turn: 'You',
    none: 'No sign that the script knows.',
    nothing: 'You said nothing in this scene.',
    shown: 'shown by',
    trigger: 'A trigger of the card',
    calmer: 'A calmer of the card',
    up: 'Hotter',
    down: 'Cooler',
    same: 'No change',
    to: 'to',
  },
} as const
