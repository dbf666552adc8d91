import { rotationsTitled } from './focus-rotations.ts'
import { englishCustomerItems, englishItems } from './rubric-items.ts'
import { englishMoments } from './rubric-moments.ts'
import type { Medium, Rubric, RubricItem } from './rubric-schema.ts'

/** Rises with any change to the items, anchors or moments: scores under two versions are not pooled. */
export const rubricVersion = 1

/** The top of the scale; the bottom is 1. */
export const scaleMax = 5

export const rubric: Rubric = {
  version: rubricVersion,
  language: 'en',
  scaleMax,
  scaleLabels: { low: 'Not at all', high: 'Fully', notObservable: 'Not observable' },
  groups: [
    { id: 'listening', title: 'Listening' },
    { id: 'empathy', title: 'Empathy' },
    { id: 'resolution', title: 'Resolution' },
  ],
  items: englishItems,
  moments: englishMoments,
  customerItems: englishCustomerItems,
  howToObserve: {
    title: 'How to observe',
    sections: [
      {
        heading: 'Before',
        lines: [
          'Read both briefs and the three items of this round.',
          'Stand where you see both people and nobody looks at you.',
        ],
      },
      {
        heading: 'During',
        lines: [
          'Watch the customer as much as the officer. A shoulder that drops or a voice that rises is your cue.',
          'Tap helped or hurt when something changed. When in doubt, tap: you name it afterwards.',
          'Keep the words that moved it. A quotation is worth more than an opinion.',
          'Do not help, nod or smile along. Call a time-out if somebody is not all right.',
        ],
      },
      {
        heading: 'In a typed scene',
        lines: [
          'Nobody sees a face. Watch for replies that use the other person\'s words, and for "do" lines.',
          'A silence may be a slow phone. Do not mark it.',
        ],
      },
      {
        heading: 'Naming your marks',
        lines: [
          'Name each mark by what was said or done, not by what was meant.',
          'Read the near-miss before you choose. If it was only near, leave the mark without a name.',
          'A moment that hurt does not cancel one that helped. Keep both.',
        ],
      },
      {
        heading: 'Scoring',
        lines: [
          'Start from the anchors at 1, 3 and 5. Choose the one that sounds most like what you heard; 2 and 4 lie between.',
          'Score what you saw. If the chance never came, choose "not observable". That is not a 1 and not a 3.',
          'Score each item by itself. A good ending does not raise the listening.',
          'For every score, be ready to quote the moment behind it.',
        ],
      },
      {
        heading: 'Speaking in the debrief',
        lines: [
          'Speak after the officer and the customer.',
          'Use "When you said ..., I saw ...". Give one thing to keep first, then one thing to try.',
        ],
      },
    ],
  },
  rotations: rotationsTitled({
    'all-ten': 'All ten items over four rounds',
    'one-of-each': 'One item of each group every round',
    'listening-first': 'Listening first, for a first class',
    'heated-scenes': 'Calm in every round, for heated scenes',
    'towards-a-way-forward': 'The next step in every round, for people who already listen well',
  }),
}

/** The question and anchors to show for an item in a scene of this medium: the typed wording where it differs. */
export function wordingFor(
  item: RubricItem,
  medium: Medium,
): Pick<RubricItem, 'question' | 'anchors'> & { note?: string | undefined } {
  return medium === 'typed' && item.typed !== undefined
    ? item.typed
    : { question: item.question, anchors: item.anchors }
}
