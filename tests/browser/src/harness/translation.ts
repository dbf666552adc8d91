import type { Page } from 'playwright-core'

/** As browser translation does it: every text node is moved into two `<font>` elements, behind the screen's back. */
export const translateLikeABrowser = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    while (walker.nextNode()) {
      const { currentNode } = walker
      const inside = currentNode.parentElement?.tagName ?? ''
      const shown = !['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA'].includes(inside)
      if (currentNode instanceof Text && shown && currentNode.data.trim() !== '') found.push(currentNode)
    }
    for (const node of found) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      node.replaceWith(outer)
      inner.textContent = node.data
      outer.append(inner)
    }
    return found.length
  })
