/** What an officer who listens may say beside the words of the card. `…` is filled in. */
export const OFFICER_WORDS = {
  turns: [
    'puts the radio down and turns to face them',
    'puts the clipboard away and turns to them',
    'comes round the desk, hands open',
    'takes two steps closer, stops, and turns fully to them',
  ],
  feelings: [
    {
      when: /afraid|late|dies?\b|heart|baby|father|dad|brother/i,
      say: 'You sound worried, and not only angry. I am listening. What happened?',
    },
    {
      when: /thief|looking at me|everybody|shame|in front|watched|pick/i,
      say: 'You look hurt, and I can see why: it happened in front of everyone. What should I know?',
    },
    {
      when: /six hours|slept|drove|twelve hours|since morning/i,
      say: 'You sound tired to the bone. Please, tell me how it went until now.',
    },
    {
      when: /desk|again|others|always|third|stops?\b|sent/i,
      say: 'You sound let down, and more than once. I would like to hear it from the start.',
    },
  ],
  anyFeeling: [
    'I can hear how much this weighs on you. Tell me more.',
    'That must have been a hard moment. How did it begin?',
    'You seem shaken by this. What happened just before you came to me?',
    'That must feel very unfair. What was the worst part?',
  ],
  sayBack: [
    'So if I understand correctly, …. Did I get that right?',
    'Let me say it back: …. Have I got that right?',
    'I want to be sure that I heard you: …. Did I get that right?',
  ],
  sayBackWithoutWords: [
    'Let me check that I have it: you came here for help, and so far nobody gave you a straight answer?',
    'So if I understand correctly, it is less about the rule and more about how you were treated?',
  ],
  validates: [
    'It makes sense that you are angry. Anybody would be, in your place.',
    'You have every right to ask me that. I would ask the same.',
    'That was not fair to you, and I am sorry for my part in it.',
    'It is fair to want an answer. You have waited long enough for one.',
  ],
  asks: [
    'What matters most to you right now?',
    'If I could do one thing for you tonight, what would help you most?',
    'What worries you most when you think of the next hour?',
  ],
  space: [
    'Take your time. I am not going anywhere.',
    'Take all the time you need. I am staying here, and I am listening.',
    'Would a quieter spot help? You decide, and I walk beside you.',
  ],
  honest: [
    'I will be honest with you. … But I will tell you what I can do, and we do that first.',
    'I owe you a straight answer. … So let us look at what is possible.',
  ],
  together: [
    'I understand where you are coming from, and I want to fix this with you.',
    'Let us do this together, step by step. I stay until it is done.',
    'Shall we write it down together, so that nobody has to ask you again?',
  ],
  nextStep: [
    'Here is what happens next: I stay with you, I make the call again in ten minutes, and you hear the answer first.',
    'Next step: I write my name and the time on this card for you, so that you can hold me to it.',
  ],
  steady: [
    'I am with you. Is there anything that I have missed?',
    'Thank you for telling me that. Please go on.',
    'I have made a note of it, in your words.',
    'What else should I know?',
    'That is good to know. We keep to what we said.',
    'I am still here. We will wait for the answer side by side.',
    'You have explained it well. I will pass it on just like that.',
    'Is this the way that you want to do it?',
  ],
  calls: [
    'picks up the phone, calls … with the speaker on, and stays beside them',
    'rings … once more, so that both can hear the answer',
  ],
  interrupted: [
    'Something came up. One moment for them, and then I am with you again.',
    'I see it. You are first. They will wait.',
  ],
  closes: [
    'Thank you for your patience. I am here until ten, ask for me by name.',
    'Thank you for telling me all of it. I will see it through with you.',
    'I am glad that you stayed to talk. Take care on your way.',
  ],
} as const
