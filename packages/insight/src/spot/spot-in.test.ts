import { behaviourIds, markOf, rubricIn } from '@evenkeel/playbook'
import { loadCards } from '@evenkeel/playbook/cards'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cueMetBy } from './cue-met.ts'
import type { Around } from './sign.ts'
import { MOST_SPOTTED, spotIn } from './spot-in.ts'

const say = (text: string, more: Partial<Around> = {}) =>
  spotIn(text, { language: 'en', how: 'say', ...more }).map(({ behaviour }) => behaviour)
const decir = (text: string, more: Partial<Around> = {}) => say(text, { language: 'es', ...more })

/** The rubric's quotes stand in quotation marks; what is around them is done or explained. */
const quoteOf = (text: string) => /"([^"]+)"/.exec(text)?.[1] ?? text.split('. ')[0] ?? text

describe.each(['en', 'es'] as const)('the rubric in %s', language => {
  const guides = rubricIn(language).moments
  test.each(guides.map(guide => [guide.id, guide]))('[B1] its example of %s is told as it', (id, guide) => {
    const how = /^"/.test(guide.example) ? 'say' : 'do'
    const text = how === 'say' ? quoteOf(guide.example) : guide.example
    expect(say(text, { language, how })).toContain(id)
  })

  test.each(guides.map(guide => [guide.id, guide]))('[B1] its near-miss of %s is not', (id, guide) => {
    const how = /"/.test(guide.nearMiss) ? 'say' : 'do'
    expect(say(quoteOf(guide.nearMiss), { language, how })).not.toContain(id)
  })
})

test.each([
  ['So you waited two hours and nobody called you?', 'paraphrase'],
  ['You look really frightened.', 'feeling-named'],
  ['No wonder you are angry.', 'validated'],
  ['There is no rush.', 'gave-space'],
  ['Let’s look for it together.', 'together'],
  ['What is this really about?', 'need-found'],
  ['I don’t make the rules.', 'policy-wall'],
  ['Please calm down.', 'dismissed'],
  ['Okay, okay. Get to the point.', 'cut-off'],
  ['I can offer you a voucher.', 'quick-fix'],
])('%s is %s', (text, behaviour) => {
  const before = ['I have waited two hours here!', 'Nobody ever called me.']
  expect(say(text, { before })).toContain(behaviour)
})

test.each([
  ['It is not only a phone to you.', 'dismissed'],
  ['So you are the manager?', 'paraphrase'],
  ['That is our policy because people fell here. I will show you the other way.', 'policy-wall'],
  ['I will not forget about it.', 'quick-fix'],
  ['I think that you should leave.', 'related-briefly'],
  ['turns the page', 'turned-to'],
])('%s is no %s', (text, behaviour) => {
  expect(say(text, { before: ['I have waited two hours here!'] })).not.toContain(behaviour)
})

test.each([
  ['Usted lleva tres horas esperando y nadie llamó. ¿Es así?', 'paraphrase'],
  ['La noto muy angustiada.', 'feeling-named'],
  ['¿Qué es lo que más le importa esta noche?', 'need-found'],
  ['Así es el reglamento.', 'policy-wall'],
  ['¡Cálmese, señora!', 'dismissed'],
])('%s es %s', (text, behaviour) => {
  expect(decir(text, { before: ['¡Tres horas esperando! Nadie me llamó.'] })).toContain(behaviour)
})

const found = loadCards().find(({ card }) => card.id === 'mall-lost-phone')
if (found === undefined) throw new Error('the playbook has lost a card')
const card = found.card.customer

test('the need of the card, asked for in its own words, is found; the demand is not', () => {
  expect(say("Is it your father's voice that you are afraid to lose?", { card })).toContain('need-found')
  expect(say('Do you want to see the camera pictures of the food court?', { card })).not.toContain(
    'need-found',
  )
})

test('a line that says what a trigger describes meets it, and says which', () => {
  const spotted = spotIn('The cameras are private.', { language: 'en', how: 'say', card })
  expect(spotted).toMatchObject([{ behaviour: 'policy-wall', rule: 'card/trigger/3' }])
  expect(cueMetBy(spotted, card)?.cue).toEqual({ kind: 'trigger', index: 2 })
  expect(say('The cameras are private, but I can walk there with you.', { card })).not.toContain(
    'policy-wall',
  )
})

test('the words that showed it are given as they were typed', () => {
  const [first] = spotIn('Well, that’s OUR policy.', { language: 'en', how: 'say' })
  expect(first).toEqual({ behaviour: 'policy-wall', words: 'OUR policy', rule: 'en/policy-wall/1' })
})

test('pitfalls come first, and never more than three', () => {
  const text =
    'That is our policy. Calm down. You sound angry, it makes sense, take your time, shall we do it together?'
  expect(say(text)).toEqual(['policy-wall', 'dismissed', 'feeling-named'])
})

test('a line never throws and tells a few known behaviours, each once, pitfalls first', () => {
  const words = fc.constantFrom(
    'so',
    'you',
    'our policy',
    'if I understand',
    '…',
    '"',
    '(',
    'ñandú',
    'tómese su tiempo',
    'I was',
    'phone',
    '?',
    '. ',
    '👍🏽',
    '\n',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 800 }),
    fc.array(words, { maxLength: 60 }).map(all => all.join(' ')),
  )
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom('en', 'es'),
      fc.constantFrom('say', 'do'),
      (line, before, language, how) => {
        const spotted = spotIn(line, { language, how, card, before: [before] })
        const told = spotted.map(({ behaviour }) => behaviour)
        expect(told.length).toBeLessThanOrEqual(MOST_SPOTTED)
        expect(new Set(told).size).toBe(told.length)
        for (const each of told) expect(behaviourIds).toContain(each)
        const marks = told.map(markOf)
        expect(marks.lastIndexOf('hurt')).toBeLessThanOrEqual(
          marks.indexOf('helped') < 0 ? 2 : marks.indexOf('helped'),
        )
        for (const { words: shown } of spotted) expect(line).toContain(shown)
      },
    ),
    { numRuns: 400 },
  )
})
