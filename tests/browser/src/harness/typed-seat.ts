import type { Page } from 'playwright-core'
import { words } from '../../../../apps/web/src/words/en.ts'
import type { Person } from './person.ts'

const text = words.play.scene

/** Waits until the count-in is over and lines can be written; a scripted partner also reads first, at a human pace. */
export const sceneRuns = (person: Person): Promise<void> =>
  person.page.getByLabel(text.sayHint).waitFor({ timeout: 45_000 })

export async function say(person: Person, line: string): Promise<void> {
  await person.page.getByLabel(text.sayHint).fill(line)
  await person.press(text.send)
}

/** What a page shows as said and done, one entry a line; what is still on its way is told apart. */
export const transcriptOn = (page: Page): Promise<string[]> =>
  page
    .getByRole('log', { name: text.transcript })
    .evaluate(log =>
      Array.from(log.children, line =>
        Array.from(line.querySelectorAll('p'), part => part.textContent?.trim() ?? '').join(': '),
      ).filter(line => line !== ''),
    )

/** Waits until a page shows so many lines, and none of them is on its way. */
export async function linesArrive(page: Page, count: number): Promise<string[]> {
  await page.waitForFunction(
    ([label, sending, expected]) => {
      const log = document.querySelector(`[role="log"][aria-label="${label}"]`)
      const whole = log !== null && !log.textContent?.includes(String(sending))
      return whole && log.querySelectorAll('[data-how]').length >= Number(expected)
    },
    [text.transcript, text.sending, count] as const,
  )
  return transcriptOn(page)
}
