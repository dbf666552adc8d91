import type { CustomerItem, RubricItem } from './rubric-schema.ts'

/**
 * The ten items. The shape (few items, five points, three groups) follows the De-escalating Aggressive Behaviour
 * Scale; every anchor quotes what one would hear or see, because raters agree on words and not on impressions.
 */
export const englishItems: RubricItem[] = [
  {
    id: 'attention',
    group: 'listening',
    title: 'Full attention',
    question: 'Did the officer turn to the customer and stay with them?',
    anchors: {
      1: 'Looks at a screen, a radio or past the customer, and misses what was said: "Sorry, what was that?"',
      3: 'Faces the customer most of the time, with a few checks elsewhere: "Mm-hm. Go on." while the eyes leave and come back.',
      5: 'Turns the body and puts things down; eye contact and nods as both find comfortable; picks up a detail at once: "Since Tuesday, you said."',
    },
    typed: {
      question: 'Do the replies or the "do" lines show that the officer was with the customer?',
      anchors: {
        1: 'Replies miss what was just written, or answer something else: "Do you have a ticket?" after the ticket was described.',
        3: 'Replies fit the last line but leave earlier details unused: "I see. And where did it happen?"',
        5: 'Replies use the customer\'s own details, and a "do" line shows the turn: "puts the radio down and turns to her".',
      },
      note: 'Choose "not observable" when neither replies nor "do" lines show attention or the lack of it.',
    },
  },
  {
    id: 'space',
    group: 'listening',
    title: 'Space to speak',
    question: 'Could the customer say all of it, at their own pace?',
    anchors: {
      1: 'Talks over the customer or hurries them: "Yes, yes, I get it. What do you want me to do?"',
      3: 'Lets sentences end but fills each pause at once: "Okay. So. Next question."',
      5: 'Waits through a silence, and invites the rest before answering: "Take your time. Is there more?"',
    },
    typed: {
      question: 'Could the customer write all of it before the officer answered?',
      anchors: {
        1: 'Answers before the story is out, or stacks orders: "Calm down. Name? Seat number? Reason?"',
        3: 'Lets the story come but moves on at once: "Noted. Now I need your name."',
        5: 'Invites the rest and waits for it: "Go on, I am reading all of it. What happened then?"',
      },
    },
  },
  {
    id: 'paraphrase',
    group: 'listening',
    title: 'Saying it back',
    question: 'Did the officer say back what they heard, to check it?',
    anchors: {
      1: 'Never says it back, or says back something else: "So you just want a refund."',
      3: 'Repeats a fact or two without checking: "Okay, two hours, red car."',
      5: 'Sums up the facts and what they mean, then checks: "So if I understand correctly, you\'re upset that nobody told you. Did I get that right?"',
    },
  },
  {
    id: 'inquiry',
    group: 'listening',
    title: 'Open questions',
    question: 'Did the officer ask questions that could find the real concern?',
    anchors: {
      1: 'Only orders, or questions that accuse: "Why didn\'t you read the sign?"',
      3: 'Mostly closed questions for a form: "Did you come by car? Was it before six?"',
      5: 'Open questions that follow what was said: "What matters most to you about getting in tonight?"',
    },
  },
  {
    id: 'acknowledge',
    group: 'empathy',
    title: 'Naming the feeling',
    question: "Did the officer put the customer's feeling into words and let it stand?",
    anchors: {
      1: 'Denies the feeling or orders it away: "There is no need to be upset. Calm down."',
      3: 'Names it as a formula, or takes it back at once: "I know you\'re frustrated, but those are the rules."',
      5: 'Names this person\'s own feeling, and stops there: "That was frightening, not knowing where she was."',
    },
  },
  {
    id: 'validate',
    group: 'empathy',
    title: 'Taking the concern seriously',
    question: 'Did the officer say that the concern makes sense, whatever the answer to the demand?',
    anchors: {
      1: 'Makes it small or puts the rule in front of it: "That\'s our policy. Everyone else manages."',
      3: 'Agrees in general, not with this case: "I hear you, that happens a lot."',
      5: 'Says why it makes sense here, without giving in: "You waited two hours with a sick child. Anyone would want an answer."',
    },
  },
  {
    id: 'relate',
    group: 'empathy',
    title: 'Relating, briefly',
    question:
      'If the officer shared something of their own, was it brief, and did it come back to the customer?',
    anchors: {
      1: 'Takes the story over or compares pain: "That\'s nothing. When my car was stolen I had to walk for a week."',
      3: 'One short likeness, but it stops at the officer: "I lost my phone once too."',
      5: 'One sentence, then back with a question: "I lost my mother\'s ring once. What would you most want back from it?"',
    },
    typed: {
      question:
        'If the officer wrote something of their own, was it brief, and did it come back to the customer?',
      anchors: {
        1: 'Several lines about themselves: "When my car was stolen I had to walk for a week, and then the bus ..."',
        3: 'One short likeness, but it stops at the officer: "I lost my phone once too."',
        5: 'One sentence, then back with a question: "I lost my mother\'s ring once. What would you most want back from it?"',
      },
      note: 'Choose "not observable" when nothing of the officer\'s own was shared. Not sharing is no fault.',
    },
  },
  {
    id: 'partnership',
    group: 'empathy',
    title: 'Side by side',
    question: 'Did the officer make it something that the two of them would work on?',
    anchors: {
      1: 'Stands against the customer: "You need to leave, or I will make you leave."',
      3: 'Offers to act, but the customer is a bystander: "I\'ll see what I can do."',
      5: 'Says whose side they are on and shares a step: "I understand where you\'re coming from, and I want to fix this with you. Can we look at it together?"',
    },
  },
  {
    id: 'resolve',
    group: 'resolution',
    title: 'The need and the next step',
    question:
      'Did the officer find what was really needed, and agree a clear next step within their authority?',
    anchors: {
      1: 'Ends with nothing, or buys peace with a favour: "Here, take a voucher, all right?"',
      3: 'Answers the demand but not the need, or the next step stays vague: "Somebody will call you."',
      5: 'Meets the need inside their limits, with who, what and when: "Rosa from the desk calls you before nine. Here is her name on paper. Does that help?"',
    },
  },
  {
    id: 'composure',
    group: 'resolution',
    title: 'Calm and safe',
    question: 'Did the officer stay calm, respectful and safe in voice, words and distance?',
    anchors: {
      1: 'Rises with the customer: steps in close, points, raises the voice: "Don\'t you talk to me like that!"',
      3: 'Stays polite but stiff, or slips once and recovers: "Sir. As I said. Twice."',
      5: 'A low, even voice, open hands, two steps of room and a clear way out: "I\'m going to step back a little. I\'m still with you."',
    },
    typed: {
      question: 'Did the officer stay calm, respectful and safe in words and in "do" lines?',
      anchors: {
        1: 'Rises with the customer: capitals, orders, or a "do" line that closes in: "STOP. Do not talk to me like that."',
        3: 'Stays polite but stiff, or slips once and recovers: "As I already wrote. Twice."',
        5: 'Even, respectful words, and "do" lines that give room: "steps back, open hands, voice low".',
      },
    },
  },
]

/** What the customer rates for themselves, 1 (not at all) to 5 (fully). */
export const englishCustomerItems: CustomerItem[] = [
  { id: 'listened', text: 'I was listened to.' },
  { id: 'understood', text: 'I was understood.' },
  { id: 'feelings', text: 'My feelings were taken seriously.' },
  { id: 'way-forward', text: 'We found a way forward.' },
  { id: 'valued', text: 'I left feeling valued.' },
]
