import type { Locator, Page } from 'playwright-core'
import type { Person } from './person.ts'

/** More stops than any screen of ours has. */
const MOST_STOPS = 250

/** Somebody's keyboard: nothing is reached but by Tab, and nothing is pressed but keys. */
export class Keyboard {
  readonly #page: Page

  constructor({ page }: Person) {
    this.#page = page
  }

  /** Tab until it has the focus. Throws if the way round leads past everything but this. */
  async reach(target: Locator): Promise<void> {
    await target.waitFor()
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.evaluate(element => element === document.activeElement)) return
      await this.#page.keyboard.press('Tab')
    }
    throw new Error(`Tab never comes to ${target}`)
  }

  /** Enter on a button, a link or a fold; Space on a box. */
  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.reach(target)
    await this.#seen(target)
    // What takes no press yet is waited for, as a pointer would.
    await target.and(this.#page.locator(':not([aria-disabled=true])')).waitFor()
    await this.#page.keyboard.press(key)
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.reach(field)
    await this.#page.keyboard.press('ControlOrMeta+A')
    await this.#page.keyboard.type(text)
  }

  /** In a list that unfolds: arrows to the choice that begins so. Its first letters would be forgotten on a slow machine. */
  async pick(list: Locator, begins: string): Promise<void> {
    await this.reach(list)
    await this.key('Home')
    const at = () => list.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text ?? '')
    for (let step = 0; !(await at()).startsWith(begins); step += 1) {
      if (step === MOST_STOPS) throw new Error(`nothing in ${list} begins with ${begins}`)
      await this.key('ArrowDown')
    }
  }

  key(key: string): Promise<void> {
    return this.#page.keyboard.press(key)
  }

  /** Tab into the group, then arrows to the one of these radio buttons. */
  async choose(radio: Locator): Promise<void> {
    const group = await radio.evaluate((one: HTMLInputElement) => {
      const all = Array.from(document.querySelectorAll<HTMLInputElement>('input[type=radio]'))
      const mine = all.filter(({ name, disabled }) => name === one.name && !disabled)
      const entry = mine.find(({ checked }) => checked) ?? mine[0]
      return {
        name: one.name,
        steps: mine.indexOf(one) - (entry ? mine.indexOf(entry) : 0),
        size: mine.length,
      }
    })
    const inGroup = () =>
      this.#page.evaluate(
        name => document.activeElement instanceof HTMLInputElement && document.activeElement.name === name,
        group.name,
      )
    for (let stop = 0; !(await inGroup()); stop += 1) {
      if (stop === MOST_STOPS) throw new Error(`Tab never comes to the choices of ${radio}`)
      await this.#page.keyboard.press('Tab')
    }
    if (group.steps === 0) return this.key('Space')
    for (let step = 0; step < Math.abs(group.steps); step += 1) {
      await this.#page.keyboard.press(group.steps > 0 ? 'ArrowDown' : 'ArrowUp')
    }
  }

  /** Whoever uses keys must see where they are. */
  async #seen(target: Locator): Promise<void> {
    const shown = await target.evaluate(element => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      const ringed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      return ringed || boxShadow !== 'none' || element.matches('input')
    })
    if (!shown) throw new Error(`nothing shows that ${target} has the focus`)
  }
}
