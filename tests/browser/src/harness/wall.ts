import type { Locator } from 'playwright-core'
import { words } from '../../../../apps/web/src/words/en.ts'
import { Person } from './person.ts'

const told = words.project

/** The projector on the classroom's wall. Nobody touches it. */
export class Wall extends Person {
  static override readonly device = { viewport: { width: 1920, height: 1080 }, hasTouch: false }

  /** Opens the page and gives the four digits that it shows. */
  async asks(base: string): Promise<string> {
    await this.page.goto(`${base}/project/`)
    const digits = this.page.getByRole('img').filter({ hasText: /^\d{4}$/ })
    return (await digits.textContent()) ?? ''
  }

  showsStep(step: keyof typeof told.steps): Promise<void> {
    return this.heading(told.steps[step].word)
  }

  async counts(people: number): Promise<void> {
    await this.page
      .getByRole('status')
      .filter({ hasText: `${people}${told.here(people)}` })
      .waitFor()
  }

  /** How often the room has marked helped and hurt in a fishbowl. */
  async tallies(helped: number, hurt: number): Promise<void> {
    await this.#tally('helped', helped).waitFor()
    await this.#tally('hurt', hurt).waitFor()
  }

  #tally(mark: 'helped' | 'hurt', count: number): Locator {
    return this.page.locator(`[data-mark="${mark}"]`).filter({ hasText: `${count}${told[mark]}` })
  }

  showsDebrief(): Promise<void> {
    return this.sees(told.shown)
  }

  isOver(): Promise<void> {
    return this.heading(told.closed)
  }
}
