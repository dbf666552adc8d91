import type { OwnScene } from '@evenkeel/classroom/view'
import { ladder, rubric } from '@evenkeel/playbook/words-es'
import { describe, expect, it } from 'vitest'
import { madeUpRoom } from './made-up-views.ts'
import { type OwnCopy, ownCopyPage } from './own-copy.ts'

const { seats, card, scenes, ratings } = madeUpRoom('customer', 'debrief', 'typed')
const scene: OwnScene = {
  round: 2,
  seat: 'customer',
  seats,
  title: card.title,
  shared: card.shared,
  scenes,
  ratings,
  notes: [{ by: 'p1', text: 'Breathe <b>out</b>', at: 1 }],
}
const copy: OwnCopy = {
  title: 'Night & day <shift>',
  person: 'p1',
  names: { p1: '<script>alert(1)</script>', p2: 'سارة العلي', p3: 'Kim' },
  scenes: [scene],
}

describe('an own copy', () => {
  const page = ownCopyPage(copy, { keep: 'Waiting', tryOut: '', note: 'a "quote"', shared: false })

  it('holds lines, temperature, moments, ratings, notes and what is taken along', () => {
    for (const said of [
      'Rules are rules, sir.',
      '0:20',
      'furious',
      'You did right to run.',
      'You stayed with me.',
    ])
      expect(page).toContain(said)
    expect(page).toMatch(/Waiting[\s\S]*a &quot;quote&quot;/)
    expect(page).toContain('<bdi>سارة العلي</bdi>')
  })

  it('shows every word as text and needs nothing from anywhere', () => {
    expect(page).toContain('Night &amp; day &lt;shift&gt;')
    expect(page).toContain('Breathe &lt;b&gt;out&lt;/b&gt;')
    expect(page).not.toMatch(/<script|<img|<link|src=|href=|https?:/)
  })

  it('of a Spanish class names temperature and items in Spanish, each marked as such', () => {
    const spanish = ownCopyPage(copy, null, { rubric, steps: ladder.steps })
    expect(spanish).toContain('<span dir="auto" lang="es">con furia</span>')
    expect(spanish).not.toContain('furious')
    for (const { text } of rubric.customerItems.slice(0, 1))
      expect(spanish).toContain(`lang="es">${text.replace(/\.$/, '</span>: ')}`)
  })

  it('has no brief in it', () => {
    expect(page).not.toMatch(/SECRET/)
  })

  it('of somebody without a scene says so', () => {
    expect(ownCopyPage({ ...copy, scenes: [] }, null)).toContain('You had no seat in a scene.')
  })
})
