import { loadCards } from '@evenkeel/playbook/cards'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Heard, type Mood, moodAtFirst, reactTo } from './scripted-customer.ts'
import { cardOf } from './testing/a-look.ts'

const card = cardOf('airport-kerb-move-on').customer
const around = { language: 'en', before: [card.opening], acted: false } as const
const say = (text: string): Heard => ({ how: 'say', text })
const take = (mood: Mood, text: string, more = {}) => reactTo(card, mood, [say(text)], { ...around, ...more })
const seeds = [1, 2, 3, 4, 5, 6]

test.each(seeds)('[B2] a policy wall takes them up, and they say what the card says (seed %i)', seed => {
  const { temperature, replies, because } = take(moodAtFirst(card, seed), 'Four minutes. That is our policy.')
  expect(temperature).toBeGreaterThan(4)
  expect(replies).toEqual([say('Four minutes for whom? I have to build my legs first.')])
  expect(because).toMatchObject({
    cue: { kind: 'trigger', index: 2 },
    spotted: [{ behaviour: 'policy-wall' }],
  })
  expect(because.steps).toBe(temperature - 4)
})

test.each(seeds)('[B2] a calmer of the card takes them down and they soften (seed %i)', seed => {
  const { temperature, replies, because } = take(
    moodAtFirst(card, seed),
    'So if I understand correctly, one wheel is still in the car and he tells you to move on?',
  )
  expect(temperature).toBe(3)
  expect(replies.at(-1)?.text).toBe('Exactly. Good morning, by the way. Finally a face.')
  expect(because).toMatchObject({ cue: { kind: 'calmer', index: 0 }, steps: -1 })
})

test('[B2] it ends well when the need is found and something is done, and not before', () => {
  const said = [
    'You sound angry, and that knock makes sense of it.',
    'So if I understand correctly, one wheel is on and he told you to move on?',
    'What works for you?',
    'Let me hold this space with you. Shall we put out the cones?',
    'I would ask the same. Take your time.',
    'We will wait here together until you are done.',
    'Thank you. What else would help you most?',
  ]
  let mood = moodAtFirst(card, 7)
  const settled = said.map(text => {
    const reaction = take(mood, text)
    mood = reaction.mood
    return reaction.settled
  })
  expect(settled.slice(0, 3)).toEqual([false, false, false])
  expect(settled).toContain(true)
  expect(mood.level).toBeLessThanOrEqual(2)
  const polite = reactTo(
    card,
    { ...mood, level: 2, calmed: ['paraphrase'] },
    [say('You sound tired.')],
    around,
  )
  expect(polite).toMatchObject({ temperature: 2, settled: false })
})

test('[B2] the same mood and lines give the same reaction, on every card; nobody says a sentence twice', () => {
  const lines = fc.constantFrom(
    'That is our policy.',
    'Take your time.',
    'What matters most to you?',
    'You sound worried.',
    '',
    '¿Qué necesita?',
    'Cálmese.',
    'Hm.',
  )
  const cards = loadCards().map(each => each.card)
  fc.assert(
    fc.property(fc.constantFrom(...cards), fc.nat(), fc.array(lines, { maxLength: 12 }), (any, seed, all) => {
      const play = () => {
        let mood = moodAtFirst(any.customer, seed)
        return all.map(text => {
          const reaction = reactTo(any.customer, mood, [say(text)], { ...around, language: any.language })
          mood = reaction.mood
          return reaction
        })
      }
      const once = play()
      expect(play()).toEqual(once)
      for (const { temperature } of once) expect([1, 2, 3, 4, 5, 6, 7]).toContain(temperature)
      const spoken = once
        .flatMap(({ replies }) => replies.map(({ text }) => text))
        .filter(text => !/^No[. ]/.test(text))
      expect(new Set(spoken).size).toBe(spoken.length)
    }),
    { numRuns: 150 },
  )
})

test('[B2] a Spanish customer speaks Spanish, and never what the brief says to "you"', () => {
  const other = cardOf('es-hospital-despedida').customer
  const { temperature, replies } = reactTo(other, moodAtFirst(other, 1), [say('Son las normas.')], {
    language: 'es',
    before: [],
    acted: false,
  })
  expect(temperature).toBeGreaterThan(other.startTemperature)
  expect(replies).toEqual([say('La muerte no mira el horario, señor. ¿Usted sí?')])
})
