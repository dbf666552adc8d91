import type { Language } from '@evenkeel/playbook'
import type { Locator } from 'playwright-core'
import { words } from '../../../../apps/web/src/words/en.ts'
import { Person } from './person.ts'
import { PASSCODE } from './server-process.ts'

const say = words.console

type Next = 'scene' | 'wrap-up' | 'step-out' | 'rating' | 'debrief' | 'done'

/** An instructor at the laptop. The verbs are what they press, and nothing goes past the screen. */
export class Console extends Person {
  static override readonly device = { viewport: { width: 1280, height: 800 }, hasTouch: false }

  async signsIn(base: string): Promise<void> {
    await this.page.goto(`${base}/console/`)
    await this.page.getByLabel(say.signIn.name, { exact: true }).fill(this.name)
    await this.page.getByLabel(say.signIn.passcode, { exact: true }).fill(PASSCODE)
    await this.press(say.signIn.go)
    await this.heading(say.classes.title)
  }

  /** Opens a class with the choices of the form, and gives its code. */
  async opensClass(title: string, place: 'same-room' | 'remote', language?: Language): Promise<string> {
    await this.press(say.classes.open)
    await this.page.getByLabel(say.opening.name, { exact: true }).fill(title)
    await this.page.getByRole('radio', { name: say.opening[place] }).check()
    if (language) await this.page.getByRole('radio', { name: say.opening[language] }).check()
    await this.press(say.opening.go)
    await this.heading(say.class.noRound)
    return this.code()
  }

  async code(): Promise<string> {
    const shown = this.page.getByText(/^(Class code)?\s*[A-Z0-9]{3} [A-Z0-9]{3}$/).first()
    return ((await shown.textContent()) ?? '').replace(say.join.code, '').replace(/\s/g, '')
  }

  /** Types the wall's four digits. */
  async showsOn(digits: string): Promise<void> {
    await this.opens(say.join.screen)
    await this.page.getByLabel(say.join.digits, { exact: true }).fill(digits)
    await this.press(say.join.approve)
    await this.sees(say.join.approved)
  }

  /** Waits until so many have come. */
  counts(people: number): Promise<void> {
    return this.sees(say.join.here(people))
  }

  // ---- the curtain

  asksAboutCurtain(): Promise<void> {
    return this.heading(say.curtain.ask)
  }

  onlyISeeIt(): Promise<void> {
    return this.press(say.curtain.no)
  }

  // ---- rounds

  /** "Plan the first round", "Plan the next round", or behind the curtain's question "Plan again"; then what it shows. */
  async plans(): Promise<void> {
    const ways = [say.plan.makeFirst, say.plan.make, say.plan.again].map(name => this.button(name))
    await ways
      .reduce((all, way) => all.or(way))
      .first()
      .click()
    await this.button(say.plan.start).waitFor()
  }

  async plansFishbowl({ customer, officer }: { customer: Person; officer: Person }): Promise<void> {
    await this.opens(say.plan.other)
    const form = this.page.locator('form').filter({ has: this.button(say.plan.planFishbowl) })
    await form.getByLabel(words.roles.customer, { exact: true }).selectOption({ label: customer.name })
    await form.getByLabel(words.roles.officer, { exact: true }).selectOption({ label: officer.name })
    await this.press(say.plan.planFishbowl)
    await this.button(say.plan.start).waitFor()
  }

  /** Who is planned where, as the table shows it: a line a room, names in the order customer, officer, observers. */
  async planned(): Promise<string[]> {
    const rows = this.page.getByRole('table', { name: say.plan.title }).locator('tbody tr')
    return rows.evaluateAll(all =>
      all.map(row =>
        Array.from(row.querySelectorAll('td button bdi'), name => name.textContent ?? '').join(', '),
      ),
    )
  }

  startsRound(): Promise<void> {
    return this.press(say.plan.start)
  }

  /** The one button that moves everybody on. */
  next(to: Next): Promise<void> {
    return this.press(say.next[to] ?? to)
  }

  /** With a double click, as some people press every button. */
  async nextTwice(to: Next): Promise<void> {
    await this.button(say.next[to] ?? to).dblclick()
  }

  // ---- people and rooms

  async givesSeat(person: Person): Promise<void> {
    const line = this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByText(person.name, { exact: true }) })
    await line.locator('summary', { hasText: person.name }).click()
    await line.getByRole('button', { name: say.people.seat, exact: true }).click()
  }

  /** A room's tile in the list of rooms. */
  room(spot: number): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: say.rooms.spot(spot), exact: true }) })
      .filter({ has: this.button(say.rooms.open) })
  }

  roomShows(spot: number, text: string): Promise<void> {
    return this.room(spot).getByText(text).first().waitFor()
  }

  /** All of those who sit there have said that they are ready. */
  roomIsReady(spot: number, people: number): Promise<void> {
    return this.roomShows(spot, say.rooms.ready(people, people))
  }

  roomIsStoppedBy(spot: number, person: Person): Promise<void> {
    return this.roomShows(spot, say.rooms.stoppedBy(person.name))
  }

  async roomIsMarked(spot: number, helped: number, hurt: number): Promise<void> {
    // The whole text: 1 is not 11.
    for (const marked of [say.rooms.helped(helped), say.rooms.hurt(hurt)])
      await this.room(spot).getByText(marked, { exact: true }).first().waitFor()
  }

  /** The temperature of the room's customer. */
  roomIsAt(spot: number, level: number): Promise<void> {
    return this.room(spot).locator(`[data-level="${level}"]`).first().waitFor()
  }

  async looksInto(spot: number): Promise<void> {
    await this.room(spot).getByRole('button', { name: say.rooms.open, exact: true }).click()
    await this.button(say.rooms.close).waitFor()
  }

  looksAway(): Promise<void> {
    return this.press(say.rooms.close)
  }

  /** In the room that is looked into: what was said, one entry a line as the seats have it, once so many are there. */
  async transcript(lines: number): Promise<string[]> {
    const log = this.page.getByRole('log', { name: say.room.lines })
    await log
      .locator('[data-how]')
      .nth(lines - 1)
      .waitFor()
    return log.evaluate(shown =>
      Array.from(shown.children, line =>
        Array.from(line.children, part => part.textContent?.trim() ?? '').join(': '),
      ),
    )
  }

  /** Ends a time-out in the room that is looked into. */
  resumes(): Promise<void> {
    return this.press(say.room.resume)
  }

  projects(): Promise<void> {
    return this.press(say.room.project)
  }

  async closesClass(): Promise<void> {
    await this.press(say.class.close)
    await this.press(say.class.reallyClose)
    await this.sees(say.class.closed)
  }
}
