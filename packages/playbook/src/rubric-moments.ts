import type { MomentGuide } from './rubric-schema.ts'

/** The behaviours that a mark can be named as: eight that helped, then five that hurt. */
export const englishMoments: MomentGuide[] = [
  {
    id: 'turned-to',
    mark: 'helped',
    title: 'Turned to them',
    definition:
      'The officer visibly gives their attention: turns the body, puts something down, eye contact and nods as both find comfortable.',
    example: 'Lowers the radio, turns away from the gate and says: "You have my attention."',
    nearMiss: 'Nods while reading a screen. The head moves, but the attention is elsewhere.',
    bearsOn: ['attention'],
  },
  {
    id: 'paraphrase',
    mark: 'helped',
    title: 'Said it back',
    definition: 'The officer says in their own words what the customer said, and leaves room to correct it.',
    example: '"So if I understand correctly, you\'re upset that nobody asked before they moved it?"',
    nearMiss: '"I understand." It claims to have understood, but says nothing back that could be checked.',
    bearsOn: ['paraphrase'],
  },
  {
    id: 'feeling-named',
    mark: 'helped',
    title: 'Named the feeling',
    definition: 'The officer puts the feeling that they see or hear into words, without arguing with it.',
    example: '"You sound worried, and tired as well."',
    nearMiss: '"I know how you feel." No feeling is named, and it is a claim that nobody can make.',
    bearsOn: ['acknowledge'],
  },
  {
    id: 'validated',
    mark: 'helped',
    title: 'Took it seriously',
    definition:
      'The officer says that the concern makes sense and why, whether or not the demand can be met.',
    example: '"You did what the letter said, and then the door was shut. Of course that is unfair to you."',
    nearMiss: '"You are right, but ..." What comes after the "but" takes it back.',
    bearsOn: ['validate'],
  },
  {
    id: 'gave-space',
    mark: 'helped',
    title: 'Gave space',
    definition:
      'The officer gives time, silence, distance or a quieter place, so that the customer can speak or settle.',
    example: 'Takes two steps back, waits, and says: "Take your time. I am here."',
    nearMiss: 'Walks off without a word. That leaves the customer alone instead of giving room.',
    bearsOn: ['space', 'composure'],
  },
  {
    id: 'related-briefly',
    mark: 'helped',
    title: 'Related briefly',
    definition:
      'The officer shares one sentence of their own that fits, and comes straight back to the customer.',
    example: '"I sat in a waiting room like this with my father. What would help you most right now?"',
    nearMiss: '"Same here." It is short, but nothing comes back to the customer.',
    bearsOn: ['relate'],
  },
  {
    id: 'together',
    mark: 'helped',
    title: 'Side by side',
    definition: 'The officer makes it a shared task, by words or by doing the next step with the customer.',
    example:
      '"I understand where you\'re coming from, and I want to fix this with you. Shall we call them now?"',
    nearMiss: '"We need you to step outside." It says "we", and means "you".',
    bearsOn: ['partnership'],
  },
  {
    id: 'need-found',
    mark: 'helped',
    title: 'Found the need',
    definition:
      'The officer finds what really matters under the demand, and the customer shows that it is so.',
    example:
      '"Is it the money, or is it that nobody told you?" The customer breathes out: "That nobody told me."',
    nearMiss: '"So what do you want?" It asks for the demand again, not for what is under it.',
    bearsOn: ['inquiry', 'resolve'],
  },
  {
    id: 'policy-wall',
    mark: 'hurt',
    title: 'Policy wall',
    definition: 'The officer answers a person with a rule and stops there.',
    example: '"That\'s our policy." Said once, then said again.',
    nearMiss:
      '"The rule is there because a child was hurt here. Let us see what it still allows." A reason and a way on is no wall.',
    bearsOn: ['validate', 'partnership'],
  },
  {
    id: 'dismissed',
    mark: 'hurt',
    title: 'Dismissed it',
    definition: 'The officer ignores the complaint, doubts it or makes it small.',
    example: '"It is only a phone. You can buy another one."',
    nearMiss: '"I cannot judge that part, my supervisor can." It is passed on with respect, not waved away.',
    bearsOn: ['attention', 'acknowledge'],
  },
  {
    id: 'cut-off',
    mark: 'hurt',
    title: 'Cut them off',
    definition: 'The officer interrupts, finishes the sentence for the customer, or hurries them.',
    example: '"Yes, yes. Short version, please."',
    nearMiss:
      '"May I stop you there? I want to write that down right." A reason is given and the talk returns to them.',
    bearsOn: ['space'],
  },
  {
    id: 'quick-fix',
    mark: 'hurt',
    title: 'Quick fix',
    definition:
      'The officer offers a discount, gift or favour to end the talk before the concern is understood.',
    example: '"How about a free coffee, and we forget it?"',
    nearMiss:
      'After hearing it all: "Would a seat and some water help while we wait for her?" That is care on the way, not instead of it.',
    bearsOn: ['resolve'],
  },
  {
    id: 'took-over',
    mark: 'hurt',
    title: 'Took over',
    definition:
      'The officer makes it about themselves: a long story of their own, or whose trouble is worse.',
    example: '"You think that is bad? Last year my flat was flooded, and do you know what they told me?"',
    nearMiss:
      '"I have stood in that queue too. How long have you been here?" One sentence, and back to them.',
    bearsOn: ['relate', 'attention'],
  },
]
