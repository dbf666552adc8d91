import type { Focus, FocusRotation } from './rubric-schema.ts'

/** The preset rotations of a class's focus, the same in every language. */
export const rotationIds = [
  'all-ten',
  'one-of-each',
  'listening-first',
  'heated-scenes',
  'towards-a-way-forward',
] as const
export type RotationId = (typeof rotationIds)[number]

const rounds: Readonly<Record<RotationId, Focus[]>> = {
  'all-ten': [
    ['attention', 'space', 'paraphrase'],
    ['inquiry', 'acknowledge', 'validate'],
    ['relate', 'partnership', 'resolve'],
    ['composure', 'paraphrase', 'acknowledge'],
  ],
  'one-of-each': [
    ['paraphrase', 'acknowledge', 'resolve'],
    ['space', 'validate', 'composure'],
    ['inquiry', 'partnership', 'resolve'],
    ['attention', 'relate', 'composure'],
  ],
  'listening-first': [
    ['attention', 'space', 'paraphrase'],
    ['space', 'paraphrase', 'inquiry'],
    ['paraphrase', 'acknowledge', 'validate'],
    ['acknowledge', 'partnership', 'resolve'],
  ],
  'heated-scenes': [
    ['composure', 'space', 'acknowledge'],
    ['composure', 'paraphrase', 'validate'],
    ['composure', 'attention', 'partnership'],
  ],
  'towards-a-way-forward': [
    ['inquiry', 'paraphrase', 'resolve'],
    ['validate', 'partnership', 'resolve'],
    ['inquiry', 'relate', 'resolve'],
  ],
}

/** The rotations with a title each in one language. */
export function rotationsTitled(titles: Readonly<Record<RotationId, string>>): FocusRotation[] {
  return rotationIds.map(id => ({ id, title: titles[id], rounds: rounds[id] }))
}
