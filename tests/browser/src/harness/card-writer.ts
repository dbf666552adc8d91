import type { Locator } from 'playwright-core'
import { cardsWords } from '../../../../apps/web/src/words/en/cards.ts'
import { words } from '../../../../apps/web/src/words/en.ts'
import { Person } from './person.ts'
import { PASSCODE } from './server-process.ts'

const say = cardsWords.edit

/** An instructor at the cards, who may do without the mouse. */
export class CardWriter extends Person {
  static override readonly device = { viewport: { width: 1280, height: 800 }, hasTouch: false }

  async signsIn(base: string): Promise<void> {
    await this.page.goto(`${base}/cards/`)
    await this.page.getByLabel(words.console.signIn.name, { exact: true }).fill(this.name)
    await this.page.getByLabel(words.console.signIn.passcode, { exact: true }).fill(PASSCODE)
    await this.press(words.console.signIn.go)
    await this.heading(cardsWords.title)
  }

  /** Presses Tab until something has the focus, as somebody without a mouse does. */
  async tabsTo(target: Locator, most = 150): Promise<void> {
    await target.waitFor()
    for (let pressed = 0; pressed < most; pressed += 1) {
      if (await target.evaluate(element => element === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${most} presses of Tab do not lead to ${target}`)
  }

  async keys(target: Locator, key = 'Enter'): Promise<void> {
    await this.tabsTo(target)
    await this.page.keyboard.press(key)
  }

  field(label: string, at = 0): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true }).nth(at)
  }

  /** Another text in a field, by the keyboard. */
  async types(target: Locator, text: string): Promise<void> {
    await this.tabsTo(target)
    await this.page.keyboard.press('ControlOrMeta+A')
    if (text === '') await this.page.keyboard.press('Delete')
    else await this.page.keyboard.insertText(text)
  }

  /** Waits for what is said about the draft as a whole. */
  state(sentence: string): Promise<void> {
    return this.page.getByRole('status').filter({ hasText: sentence }).waitFor()
  }

  /** Saves, and comes to the saved card. Gives its hash. */
  async saves(): Promise<string> {
    await this.state(say.complete)
    await this.keys(this.button(say.save))
    await this.page.getByText(say.saved, { exact: true }).waitFor()
    return new URL(this.page.url()).searchParams.get('card') ?? ''
  }
}
