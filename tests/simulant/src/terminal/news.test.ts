import { expect, test } from 'vitest'
import { aView, nameOf } from '../testing/a-view.ts'
import { news } from './news.ts'
import type { Row } from './row.ts'

const texts = (rows: readonly Row[]) => rows.map(({ text }) => text)

test('whoever comes in reads what class it is, who sees what, and that they wait', () => {
  expect(texts(news(undefined, aView(null), nameOf))).toMatchInlineSnapshot(`
    [
      "Tuesday: a PRACTICE class, typed.",
      "  Mistakes are the point. Your instructor sees scenes; ratings only if the two of you share them.",
      "  Your private notes are yours alone. Anyone may stop a scene with /stop; nobody is told who.",
      "Now: wait. Your instructor starts a round, and then you get a seat.",
    ]
  `)
})

test('a seat brings the brief, and an officer never the need', () => {
  const waiting = aView(null)
  const briefing = { name: 'briefing', endsAt: 1 } as const
  expect(texts(news(waiting, aView({ phase: briefing }), nameOf))).toMatchInlineSnapshot(`
    [
      "",
      "You are the CUSTOMER. Spot 1: “The phone from the food court”.",
      "  customer  Ana",
      "  officer   Bo",
      "  observer  Chidi",
      "Before you take it: Strong feelings about something that may be gone for good. (/another asks for another card; nobody asks why.)",
      "What everybody knows",
      "  The security desk of a mall, beside the lifts on level 1. Thursday, four in the afternoon.",
      "  Farid Haddad lost his phone in the food court about an hour ago. He asked at the juice bar, which sent him to the information desk, which sent him here. He has come up fast and is out of breath.",
      "The customer’s brief",
      "  You are Farid Haddad, 41, a bus driver on his day off. You are polite until you feel brushed off.",
      "  You begin with: “You are the third desk. Somebody has my phone and you all just point at the next door.”",
      "  Temperature at the start: 4, frustrated. Heat is in the words, not the volume. No slurs, no threats, no touching.",
      "  You demand: Show me the camera pictures of the food court, right now.",
      "  Beneath it: Your dead father's voice is on it and nowhere else. You need somebody to care, and to start looking.",
      "  Tell: You had it at three, and missed it ten minutes later.",
      "        You rang it. It rings, and nobody answers.",
      "  Tell if asked: Dad died in March. His messages are not saved anywhere else.",
      "                 It is black, in a green case with a bus on it.",
      "                 You sat by the stairs and cleared your own tray into the bin.",
      "  Never invent: A thief. You saw nobody.",
      "                A way to track it.",
      "  t1 hotter: The officer says that it is only a phone, or that phones get lost every day. You say: “Only a phone. You have no idea what is on it.”",
      "  t2 hotter: The officer offers a voucher, a spare phone, or talks about insurance. You say: “I don't want a new one! Are you even listening?”",
      "  t3 hotter: The officer says that the cameras are private, and stops there. You say: “So you hide behind a rule while it gets further away.”",
      "  c1 cooler: The officer says that you sound worried or sad, not only angry. Stop and swallow. Say "Yes. I am." Your voice drops.",
      "  c2 cooler: The officer asks what is on the phone, or why this one matters so much. Tell about your father's messages. Sit down if there is a chair.",
      "  c3 cooler: The officer takes your details and starts to look with you. Go along. Give every detail you have. Say "Thank you for coming with me."",
      "  It may end like this: You look through the food court's bags with the officer, whether or not it turns up.",
      "                        You leave with a name, a time for the next check and your details written down.",
      "  Cue card: You are Farid. Third desk. "Show me the cameras!" Under it: Dad's voice, only on that phone. Cooler when somebody asks what is on it and looks with you. Hotter at "only a phone".",
      "  lost property: things that people left behind and others found",
      "  voucher: a paper that is worth some money in a shop",
      "  1 calm: Loose shoulders, an even voice, and time to listen to a whole answer.",
      "  2 uneasy: Polite but watchful, with short answers and a look around the room.",
      "  3 annoyed: Sighs, a flat tone, and the same question asked a second time.",
      "  4 frustrated: Talks faster, uses the hands, and says what is wrong again and again.",
      "  5 angry: A hard voice and fixed eyes, and blame that now points at the officer.",
      "  6 boiling: Breaks into answers, paces, and speaks so that others turn to look.",
      "  7 furious: Hears almost nothing, every word has an edge, and one demand comes back each time.",
      "",
      "── briefing ────────────────────────────────────────",
      "Now: Read your brief. When everyone is ready the scene begins, with a count-in.",
      "  /ready when you have read it · /another for another card · /brief shows it again",
      "  Always: /help calls the instructor, /note keeps a private note, /what shows this.",
    ]
  `)
  const officer = texts(news(waiting, aView({ phase: briefing, seat: 'officer', customer: null }), nameOf))
  expect(officer.join('\n')).not.toContain('Beneath it')
})

test('a running scene prints what is new, once', () => {
  const before = aView()
  const after = aView(
    {},
    {
      lines: [
        { n: 1, by: 'p2', seat: 'customer', how: 'say', text: 'Third desk.', offset: 4_000 },
        { n: 2, by: 'p3', seat: 'officer', how: 'do', text: 'turns to him', offset: 65_000 },
      ],
      curve: [
        { level: 4, offset: 0 },
        { level: 5, offset: 5_000 },
      ],
    },
  )
  expect(texts(news(before, after, nameOf))).toMatchInlineSnapshot(`
    [
      "  Temperature: 5, angry.",
      "  0:04 [1] Ana (customer): Third desk.",
      "  1:05 [2] Bo (officer) * turns to him",
    ]
  `)
  expect(news(after, after, nameOf)).toEqual([])
})

test('[S4] a call that waits is on the line, and then its answer is told', () => {
  const call = { index: 1, who: 'Control room', offset: 9_000 } as const
  const waits = aView({}, { calls: [{ ...call, answer: null }] })
  expect(texts(news(aView(), waits, nameOf))).toEqual(['  Control room is on the line …'])
  const answered = aView({}, { calls: [{ ...call, answer: 'Ten minutes.' }] })
  expect(texts(news(waits, answered, nameOf))).toEqual(['  Call to Control room: “Ten minutes.”'])
  expect(news(answered, answered, nameOf)).toEqual([])
})

test('a new phase says what comes next and what can be done', () => {
  const stepOut = { name: 'step-out', endsAt: 1 } as const
  expect(texts(news(aView(), aView({ phase: stepOut }), nameOf))).toMatchInlineSnapshot(`
    [
      "",
      "── step-out ────────────────────────────────────────",
      "Now: Step out of the role. Say aloud: “This phone is not mine to miss, I am back, and one way I differ from Farid is ...”",
      "  /cue t1 [line] and /cue c2 [line] confirm what happened · /ready",
      "  Always: /help calls the instructor, /note keeps a private note, /what shows this.",
    ]
  `)
})

test('rating asks one item after the other', () => {
  const phase = { name: 'rating', endsAt: 1 } as const
  const rating = { by: 'p2', as: 'customer', about: 'p3', scores: { listened: 4 }, sentence: '' } as const
  const first = aView({ phase })
  expect(texts(news(first, aView({ phase, ratings: [rating] }), nameOf))).toEqual([
    '  I was understood.  (understood: 1 to 5, or n)',
  ])
})

test('an absence, a whisper and an answered call for help are told', () => {
  const called = aView()
  const before = { ...called, me: { ...called.me, help: true } }
  const after = aView({ away: ['p3'], whispers: [{ to: 'p2', text: 'Slowly.', at: 1 }] })
  expect(texts(news(before, after, nameOf))).toEqual([
    '  Your call for help is answered.',
    '  Your instructor whispers: Slowly.',
    '  Bo is away. Their seat is kept.',
  ])
})

test('what was whispered before is not told again', () => {
  const first = { to: 'p2', text: 'Slowly.', at: 1 }
  const before = aView({ whispers: [first] })
  const after = aView({ whispers: [first, { ...first, text: 'Good.' }] })
  expect(texts(news(before, after, nameOf))).toEqual(['  Your instructor whispers: Good.'])
})

test('somebody who was removed is told so', () => {
  expect(texts(news(aView(), { ...aView(null), class: null }, nameOf))).toEqual([
    'You are no longer in this class.',
  ])
})
