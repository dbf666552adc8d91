import type { Page } from 'playwright-core'

/** Where a thumb goes: both sides at least so many px, as the tokens have it. */
export const TARGET = 48

/**
 * What can be pressed on a page and is smaller than a thumb needs, in words. A checkbox or radio button counts with its
 * label. A link or an explained word inside a sentence is as large as its text. What is not shown counts nothing.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(least => {
    const pressed = 'button, a[href], input, select, textarea, summary, [role="button"], [role="slider"]'
    const inSentence = (element: Element) =>
      ['inline', 'inline-block'].includes(getComputedStyle(element).display) &&
      element.closest('p, li, dd') !== null
    return [...document.querySelectorAll(pressed)].flatMap(element => {
      const target = element.matches('input[type="checkbox"], input[type="radio"]')
        ? (element.closest('label') ?? element)
        : element
      const { width, height } = target.getBoundingClientRect()
      const hidden = width <= 1 || height <= 1 || !target.checkVisibility({ visibilityProperty: true })
      // Half a pixel is rounding.
      const large = width >= least - 0.5 && height >= least - 0.5
      if (hidden || large || inSentence(element)) return []
      const name = (element.getAttribute('aria-label') ?? target.textContent ?? '').trim().slice(0, 40)
      return [`${element.tagName.toLowerCase()} "${name}": ${Math.round(width)} x ${Math.round(height)}`]
    })
  }, TARGET)
}
