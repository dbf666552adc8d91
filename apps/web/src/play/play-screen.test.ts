import type { PersonView } from '@evenkeel/classroom/view'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { fetchAhead } from '../live/late.tsx'
import { playWords } from '../words/en/play.ts'
import {
  MEDIA,
  madeUpHead,
  madeUpMe,
  madeUpRest,
  madeUpRoom,
  madeUpView,
  NOW,
  PHASES,
  SEATS,
} from './made-up-views.ts'
import { PlayScreen } from './play-screen.tsx'

const draw = (view: PersonView, more: Partial<typeof madeUpRest> = {}) =>
  renderToStaticMarkup(createElement(PlayScreen, { ...madeUpRest, ...more, view }))
const primaries = (markup: string) => markup.match(/<button[^>]*class="[^"]*primary/g)?.length ?? 0
const screens = PHASES.flatMap(phase => SEATS.flatMap(seat => MEDIA.map(medium => ({ phase, seat, medium }))))

// What is fetched late is there before anything is looked at.
for (const { phase, seat, medium } of screens) draw(madeUpView(seat, phase, medium))
draw({ ...madeUpView('officer', 'done', 'spoken'), class: { ...madeUpHead('spoken'), status: 'closed' } })
await fetchAhead()

describe.each(screens)('$phase, $seat, $medium', ({ phase, seat, medium }) => {
  const markup = draw(madeUpView(seat, phase, medium))

  it('has the three buttons that everybody has, and at most one primary one', () => {
    for (const word of ['Time-out', 'Stop for me', 'Help']) expect(markup).toContain(`<span>${word}</span>`)
    expect(primaries(markup)).toBeLessThanOrEqual(1)
  })

  it('shows no secret of another seat, and writes no style that the policy forbids', () => {
    const open = phase === 'debrief' || phase === 'retake' || phase === 'done'
    if (!open && seat === 'officer') expect(markup).not.toMatch(/SECRET-NEED|TWIST-CUSTOMER|boiling|annoyed/)
    if (!open && seat === 'customer') expect(markup).not.toMatch(/SECRET-(ORDER|ANSWER|ASIDE)|TWIST-OFFICER/)
    expect(markup).not.toContain('style="')
  })
})

describe('an officer in a spoken scene', () => {
  it('is told to look up, and sees neither temperature nor countdown', () => {
    const markup = draw(madeUpView('officer', 'scene', 'spoken'))
    expect(markup).toContain('Eyes up')
    expect(markup).not.toMatch(/\d:\d\d/)
  })
})

describe('an officer who called', () => {
  const radio = (answer: string | null, live?: true) => {
    const view = madeUpView('officer', 'scene', 'spoken')
    const call = { index: 0 as const, who: 'Control room', answer, offset: 50_000, ...(live && { live }) }
    const scenes = view.room?.scenes.map(each => ({ ...each, calls: [call] })) ?? []
    return draw({ ...view, room: view.room && { ...view.room, scenes } })
  }
  it('[S4] sees that an answer is waited for, and then that there is an answer', () => {
    expect(radio(null)).toContain(playWords.scene.radioWaits)
    expect(radio('Ten minutes.')).toContain(playWords.scene.radioAnswered)
  })
  it('[V3] sees the same whoever answered', () => {
    expect(radio('Ten minutes.', true)).toBe(radio('Ten minutes.'))
  })
})

describe('a typed scene', () => {
  const sending = (text: string) => ({
    id: `c-${text}`,
    type: 'Speak' as const,
    madeAt: 0,
    data: { place: { room: 'r1-1', scene: 'r1-1.1', seat: 'customer' }, how: 'say', text },
  })

  it('keeps what is on its way and what was refused on the screen', () => {
    const outbox = {
      sending: [sending('still on its way')],
      notSent: [{ ...sending('came too late'), say: 'That scene is over.' }],
    }
    const markup = draw(madeUpView('customer', 'scene', 'typed'), { outbox })
    expect(markup).toContain('still on its way')
    expect(markup).toMatch(/came too late[\s\S]*Not sent[\s\S]*That scene is over\./)
  })

  it('shows garbage in the outbox of the tab to nobody and does not fail on it', () => {
    const broken = [null, 7, {}, { text: 5 }].map((data, n) => ({
      id: `g${n}`,
      type: 'Speak' as const,
      madeAt: 0,
      data,
    }))
    expect(() =>
      draw(madeUpView('customer', 'scene', 'typed'), { outbox: { sending: broken, notSent: [] } }),
    ).not.toThrow()
  })

  it('has every speaker by name in a log', () => {
    const markup = draw(madeUpView('observer', 'scene', 'typed'))
    expect(markup).toContain('role="log"')
    expect(markup).toContain('<bdi>سارة العلي</bdi>')
  })

  it('says who is lost while it stands', () => {
    const room = {
      ...madeUpRoom('officer', 'scene', 'typed'),
      away: ['p1'],
      phase: { name: 'scene' as const, held: true as const, remaining: 50_000 },
    }
    const markup = draw({ ...madeUpView('officer', 'scene', 'typed'), room })
    expect(markup).toContain('Bartholomew')
    expect(markup).toContain('lost their connection. The clock is paused.')
  })
})

describe('a stopped scene', () => {
  it('names nobody but the person who looks', () => {
    const markup = draw(madeUpView('observer', 'stopped', 'spoken')).replace(/<footer[\s\S]*/, '')
    expect(markup).not.toMatch(/Bartholomew|سارة/)
  })
})

describe('the count-in', () => {
  it('gives the customer the first line', () => {
    const room = {
      ...madeUpRoom('customer', 'scene', 'spoken'),
      phase: { name: 'scene' as const, startsAt: NOW + 2_400, endsAt: NOW + 300_000 },
    }
    const markup = draw({ ...madeUpView('customer', 'scene', 'spoken'), room })
    expect(markup).toContain('>3<')
    expect(markup).toContain('You clamped my car')
  })
})

describe('without a seat', () => {
  const waiting: PersonView = {
    kind: 'person',
    worked: [],
    me: madeUpMe('p1'),
    class: { ...madeUpHead('spoken'), round: null },
    room: null,
  }

  it('says that they are in and what comes next', () => {
    expect(draw(waiting)).toContain('Next: your instructor pairs you. Keep this page open.')
  })

  it('says so when they sit out, were taken out, or the class is over', () => {
    expect(draw({ ...waiting, me: { ...waiting.me, standing: 'set-aside' } })).toContain(
      'You sit out for now.',
    )
    expect(draw({ ...waiting, me: { ...waiting.me, standing: 'removed' }, class: null })).toContain(
      'no longer in this class',
    )
    expect(draw({ ...waiting, class: { ...madeUpHead('spoken'), status: 'closed' } })).toContain(
      'The class is over',
    )
  })
})
