import { createElement, isValidElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { cardsStates } from '../gallery/cards-states.tsx'
import { idOf } from '../gallery/shown.ts'

for (const shown of cardsStates) {
  test(`${idOf(shown)} is drawn: one heading, at most one primary action, text as text`, () => {
    const made = shown.make()
    if (!isValidElement(made)) throw new Error('not an element')
    const markup = renderToStaticMarkup(createElement('div', null, made))
    expect(markup).not.toMatch(/NaN|Infinity|undefined|\[object/)
    expect(markup).not.toContain('style=')
    expect(markup).not.toContain('<script')
    expect(markup.match(/<h1/g)).toHaveLength(1)
    expect(markup.match(/<button[^>]*class="[^"]*_primary_/g)?.length ?? 0).toBeLessThanOrEqual(1)
  })
}
