import { describe, expect, test } from 'vitest'
import type { Card } from './card.ts'
import { loadCards } from './cards.ts'
import { examineCard, type Rule, stops } from './examine-card.ts'
import { likeness, likenessLimit } from './likeness.ts'
import { findRareLeaks } from './secrecy.ts'

const all = loadCards().map(each => each.card)
const english = all.filter(each => each.language === 'en')
const [good] = english
if (good === undefined) throw new Error('no cards')

const customer = (part: Partial<Card['customer']>): Card => ({
  ...good,
  customer: { ...good.customer, ...part },
})
const officer = (part: Partial<Card['officer']>): Card => ({ ...good, officer: { ...good.officer, ...part } })
const rulesOf = (card: unknown): Rule[] => [
  ...new Set(examineCard(card, all).findings.map(({ rule }) => rule)),
]

const seven = 'One two three four five six seven. '
const heavy =
  'Organisational representatives congregate habitually in administrative facilities considering environmental responsibilities. '
const slurred = `You stupid ret${'arded'} people.`

describe('examining a card', () => {
  test('a card of the playbook is whole', () => {
    expect(examineCard(good, all)).toEqual({ card: good, findings: [] })
  })

  test.each<[string, unknown, Rule, string]>([
    [
      'a missing part',
      { ...good, stepOut: undefined },
      'shape',
      'The card has no sentence to step out with.',
    ],
    [
      'a brief over 150 words',
      customer({ neverInvent: [seven.repeat(6), seven.repeat(6), seven.repeat(6)] }),
      'length',
      'at most 150',
    ],
    [
      'a cue card over 40 words',
      officer({ cue: `${good.officer.cue} ${seven}${seven}` }),
      'length',
      'at most 40',
    ],
    [
      'a reading grade over 6',
      officer({ handledWell: heavy.repeat(4), relate: heavy }),
      'grade',
      'school year',
    ],
    [
      'the need in the shared part',
      { ...good, shared: { ...good.shared, happened: `Here. ${good.customer.need}` } },
      'leak',
      good.customer.need,
    ],
    [
      'a fact that is only for those who ask, in a post order',
      officer({ postOrders: [good.customer.ifAsked[0] ?? ''] }),
      'leak',
      'which only the customer may know',
    ],
    [
      'the need in other words',
      customer({ need: 'You dread the veterinary surgeon, and your parrot.' }),
      'rare-words',
      '"veterinary" and "parrot"',
    ],
    ['a slur', customer({ opening: slurred }), 'ugly', 'a slur'],
    [
      'a threat in a twist',
      { ...good, twists: [{ to: 'customer', text: 'Say: “I know where you live!”' }, good.twists[1]] },
      'ugly',
      'a threat',
    ],
    [
      'a threat in Spanish',
      { ...customer({ stuck: { ...good.customer.stuck, furious: 'Sé dónde vives.' } }), language: 'es' },
      'ugly',
      'a threat',
    ],
    ['a copy with another title', { ...good, id: 'a-copy', title: 'Another one' }, 'alike', good.id],
  ])('%s is found', (what, value, rule, words) => {
    const told =
      what === 'the need in other words'
        ? {
            ...customer({ need: 'You dread the veterinary surgeon, and your parrot.' }),
            officer: { ...good.officer, limits: ['No parrots. No veterinary work.'] },
          }
        : value
    const { findings } = examineCard(told, all)
    const found = findings.filter(each => each.rule === rule)
    expect(found.length).toBeGreaterThan(0)
    expect(found.map(({ say }) => say).join('\n')).toContain(words)
    for (const { say } of findings) expect(say).toMatch(/[.]$/)
  })

  test('[K6] a missing part, a told secret, a slur and a threat keep a card from being saved, the rest does not', () => {
    const rules: Rule[] = ['shape', 'leak', 'ugly', 'rare-words', 'length', 'grade', 'alike']
    expect(rules.filter(stops)).toEqual(['shape', 'leak', 'ugly'])
  })

  test.each([
    '¡Lo mato!',
    'Le pego si no se calla.',
    'A usted le rompo la cara.',
    'Ya sé dónde vive.',
    'SE VA A ARREPENTIR de esto.',
    'Me las va a pagar.',
  ])('a threat that is said with usted: %s', say => {
    expect(rulesOf({ ...customer({ opening: say }), language: 'es' })).toContain('ugly')
  })

  test.each([
    'No sé dónde vive mi hermana.',
    'Abra y no se va a arrepentir.',
    'A mi perro lo mató un coche.',
    'El otro guardia le pegó a mi hijo.',
    '¿Quién va a pagar por mi teléfono?',
    'Lo espero afuera con los niños.',
  ])('no threat: %s', say => {
    expect(rulesOf({ ...customer({ opening: say }), language: 'es' })).not.toContain('ugly')
  })

  test('a word that only looks like one of the list is none', () => {
    for (const say of ['He is a spicy cook in Scunthorpe.', 'I hit your bell.', 'She got her just desserts.'])
      expect(rulesOf(customer({ opening: say }))).not.toContain('ugly')
  })
})

describe('two cards too alike', () => {
  test('no two of the playbook are near the limit, a card with one part rewritten is far above it', () => {
    const shares = english.flatMap((card, at) => english.slice(0, at).map(other => likeness(card, other)))
    expect(Math.max(...shares)).toBeLessThan(likenessLimit / 2)
    const [other] = english.slice(1)
    if (other === undefined) throw new Error('one card only')
    expect(likeness(good, { ...good, officer: other.officer })).toBeGreaterThan(0.3)
  })

  test('the same encounter in two languages is not compared, nor a card with its own older version', () => {
    expect(rulesOf({ ...good, version: 2 })).toEqual([])
    expect(rulesOf({ ...good, id: 'otra', language: 'es' })).not.toContain('alike')
  })
})

describe('rare words', () => {
  const secret = { ...customer({ need: 'Your parrot is at the veterinary surgeon.' }) }
  const told = (limits: string[]) => findRareLeaks({ ...secret, officer: { ...secret.officer, limits } }, all)

  test('two in one text tell the secret, whatever their endings; one, or one in each of two texts, does not', () => {
    expect(told(['No parrots for veterinary work.'])).toEqual([
      {
        secret: secret.customer.need,
        words: ['parrot', 'veterinary'],
        text: 'No parrots for veterinary work.',
      },
    ])
    expect(told(['No parrots.', 'No veterinary work.'])).toEqual([])
  })

  test('words that many cards have tell nothing, and a handful of cards does not say what is rare', () => {
    const need = 'You want the officer to hear you out and say your name.'
    const card = {
      ...customer({ need }),
      officer: { ...good.officer, limits: ['The officer may not say a name, or hear a name.'] },
    }
    expect(findRareLeaks(card, all)).toEqual([])
    expect(
      findRareLeaks(
        { ...secret, officer: { ...good.officer, limits: ['parrot veterinary'] } },
        all.slice(0, 5),
      ),
    ).toEqual([])
  })
})
