/** A step of the shared ladder, from 1 (calm) to 7 (furious). */
export type Temperature = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const bandIds = ['settled', 'upset', 'furious'] as const
export type BandId = (typeof bandIds)[number]

/** `word` names the step, `looks` says in one sentence what it looks and sounds like. */
export type Step = { readonly level: Temperature; readonly word: string; readonly looks: string }

export const ladder: readonly [Step, Step, Step, Step, Step, Step, Step] = [
  { level: 1, word: 'calm', looks: 'Loose shoulders, an even voice, and time to listen to a whole answer.' },
  { level: 2, word: 'uneasy', looks: 'Polite but watchful, with short answers and a look around the room.' },
  { level: 3, word: 'annoyed', looks: 'Sighs, a flat tone, and the same question asked a second time.' },
  {
    level: 4,
    word: 'frustrated',
    looks: 'Talks faster, uses the hands, and says what is wrong again and again.',
  },
  {
    level: 5,
    word: 'angry',
    looks: 'A hard voice and fixed eyes, and blame that now points at the officer.',
  },
  { level: 6, word: 'boiling', looks: 'Breaks into answers, paces, and speaks so that others turn to look.' },
  {
    level: 7,
    word: 'furious',
    looks: 'Hears almost nothing, every word has an edge, and one demand comes back each time.',
  },
]

/** However hot a scene gets, it stays under this. Said to every customer before their first scene. */
export const ladderCeiling = 'Heat is in the words, not the volume. No slurs, no threats, no touching.'

export type Band = { readonly id: BandId; readonly from: Temperature; readonly to: Temperature }

export const bands: readonly [Band, Band, Band] = [
  { id: 'settled', from: 1, to: 2 },
  { id: 'upset', from: 3, to: 5 },
  { id: 'furious', from: 6, to: 7 },
]

/** The band of a step: settled 1-2, upset 3-5, furious 6-7. A card's "Stuck?" line is picked by it. */
export function bandOf(level: Temperature): BandId {
  if (level <= 2) return 'settled'
  return level <= 5 ? 'upset' : 'furious'
}

/** The step with its word and look. */
export function stepOf(level: Temperature): Step {
  switch (level) {
    case 1:
      return ladder[0]
    case 2:
      return ladder[1]
    case 3:
      return ladder[2]
    case 4:
      return ladder[3]
    case 5:
      return ladder[4]
    case 6:
      return ladder[5]
    case 7:
      return ladder[6]
  }
}
