import { openClass, signIn } from '@evenkeel/simulant'
import { Crowd, type Member } from './crowd.ts'
import { PASSCODE } from './passcode.ts'

const PEOPLE = 6
/** Commands that each player has on the way at once. */
const AT_ONCE = 2

/** A class of six in two rooms, in the middle of their scenes. */
export async function playingCrowd(base: string): Promise<Crowd> {
  const browser = await signIn(base, { name: 'Ines', passcode: PASSCODE })
  const crowd = new Crowd(await openClass(browser, { title: 'Chaos', place: 'remote' }))
  for (let n = 1; n <= PEOPLE; n += 1) await crowd.join(`Trainee ${n}`)
  const { instructor, members } = crowd
  await instructor.do('PlanRound', {})
  await instructor.do('StartRound', { round: 1 })
  for (const { device } of members) await device.until(it => it.seat?.room)
  for (const { device } of members) if (device.place) await device.do('Ready', { place: device.place })
  for (const { device } of members) await device.until(it => it.seat?.room?.phase.name === 'scene')
  return crowd
}

/** Everybody does what their seat does, as fast as they are answered, until it is ended. */
export class Load {
  readonly #crowd: Crowd
  #answered = 0
  #going = true
  #working: Promise<void>[] = []
  #failed: { readonly cause: unknown } | undefined
  readonly #waiting = new Set<() => void>()

  constructor(crowd: Crowd) {
    this.#crowd = crowd
  }

  begin(): void {
    this.#working = this.#crowd.members.flatMap(member =>
      Array.from({ length: AT_ONCE }, (_, lane) =>
        this.#play(member, lane).catch(cause => this.#fail(cause)),
      ),
    )
  }

  /** Whoever waits for more answers hears of it, as there may be none. */
  #fail(cause: unknown): void {
    this.#failed ??= { cause }
    this.#look()
  }

  #look(): void {
    for (const look of [...this.#waiting]) look()
  }

  async #play(member: Member, lane: number): Promise<void> {
    for (let n = 1; this.#going; n += 1) {
      const { place } = member.device
      // A tab that was loaded anew has no seat for a moment.
      if (place === undefined) await this.#seated(member)
      else {
        await this.#one(member, place, `${member.person} ${lane} ${n}`)
        this.#answered += 1
        this.#look()
      }
    }
  }

  async #seated(member: Member): Promise<void> {
    const { device } = member
    try {
      await device.until(it => !this.#going || it.place)
    } catch (error) {
      // It was loaded anew once more meanwhile.
      if (member.device === device) throw error
    }
  }

  #one(member: Member, place: NonNullable<Member['device']['place']>, text: string) {
    return place.seat === 'observer'
      ? this.#crowd.act(member, 'Mark', { place, mark: 'helped' })
      : this.#crowd.act(member, 'Speak', { place, how: 'say', text })
  }

  /** Resolves when so many more commands were answered. Rejects when somebody can't go on. */
  more(answers: number): Promise<void> {
    const goal = this.#answered + answers
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.#failed !== undefined) reject(this.#failed.cause)
        else if (this.#answered >= goal) resolve()
        else return
        this.#waiting.delete(look)
      }
      this.#waiting.add(look)
      look()
    })
  }

  async end(): Promise<void> {
    this.#going = false
    await Promise.all(this.#working)
    if (this.#failed !== undefined) throw this.#failed.cause
  }
}
