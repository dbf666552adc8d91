import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { words } from '../words/en.ts'
import { JoinPanel, type OfferedClass } from './join-panel.tsx'
import { PickName } from './pick-name.tsx'

const offered: OfferedClass = {
  class: 'c1',
  code: 'BK7 4QM',
  title: 'Night shift',
  kind: 'practice',
  medium: 'spoken',
  locked: false,
  names: [],
  keptDays: 90,
  seats: [],
}
const nothing = () => {}
const drawn = (change: Partial<OfferedClass>) =>
  renderToStaticMarkup(
    createElement(JoinPanel, {
      code: '',
      offered: { ...offered, ...change },
      wrong: undefined,
      busy: false,
      onCode: nothing,
      onJoin: nothing,
      onContinue: nothing,
      onMySeat: () => {},
      onTakeBack: () => {},
      onBack: nothing,
    }),
  )
const picking = (typed: string) =>
  renderToStaticMarkup(
    createElement(PickName, { names: ['Zoë', 'Zora', 'سارة', 'Kim', 'Kim'], typed, onPick: nothing }),
  )
const shown = (markup: string) => [...markup.matchAll(/<bdi>([^<]*)<\/bdi>/g)].map(([, name]) => name)

describe('before joining', () => {
  it.each(['practice', 'assessed'] as const)(
    'a %s class says what it is, who sees what and how long',
    kind => {
      const markup = drawn({ kind })
      const sees = kind === 'practice' ? words.join.seesRatingsPractice : words.join.seesRatingsAssessed
      for (const said of [words.join[kind], sees, words.join.seesInstructor, words.join.kept(90)])
        expect(markup).toContain(said)
      expect(markup).not.toContain(words.join.listSeen)
    },
  )

  it('says how long things are kept', () => {
    expect(drawn({ keptDays: 30 })).toContain('deleted 30 days after the class')
    expect(drawn({ keptDays: 1 })).toContain('deleted a day after the class')
    expect(drawn({ keptDays: null })).toContain('Ask your instructor when it is deleted')
  })

  it('a list of names says that whoever has the code can read it', () => {
    expect(drawn({ names: ['Kim'] })).toContain(words.join.listSeen)
  })
})

describe('picking a name', () => {
  it('narrows the list by what is typed, accents or not, and shows equal names once', () => {
    expect(shown(picking(''))).toEqual(['Zoë', 'Zora', 'سارة', 'Kim'])
    expect(shown(picking('zoe'))).toEqual(['Zoë'])
    expect(shown(picking(' zo'))).toEqual(['Zoë', 'Zora'])
  })

  it('leaves the picked one alone and offers the others again', () => {
    const markup = picking('Kim')
    expect(shown(markup)).toEqual(['Kim'])
    expect(markup).toContain('aria-pressed="true"')
    expect(markup).toContain(words.join.pickAll)
  })

  it('says that a name that is not on the list is fine', () => {
    expect(picking('Eve')).toContain(words.join.pickNone)
  })
})
