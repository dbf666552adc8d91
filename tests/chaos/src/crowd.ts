import type { Viewer, WireCommandType, WireShapes } from '@evenkeel/classroom'
import type { Answer } from '@evenkeel/protocol'
import { Browser, instruct, joinClass, type OpenedClass, Simulant } from '@evenkeel/simulant'
import type { Commanded, Device } from './check/evidence.ts'

/** One person with their devices: the one in use, those before it, and what they have sent. */
export interface Member {
  readonly person: string
  readonly browser: Browser
  readonly seatHandle: string
  device: Simulant
}

interface Used {
  readonly viewer: Viewer
  readonly sub: string
  readonly simulant: Simulant
  closed: boolean
}

type Written = { -readonly [K in keyof Commanded]: Commanded[K] }

const RECONNECT_AFTER = 30

/** Everybody in one class, and one order of all that they sent and were answered. */
export class Crowd {
  readonly opened: OpenedClass
  readonly instructor: Simulant
  readonly members: Member[] = []
  readonly commands: Commanded[] = []
  readonly #used: Used[] = []
  readonly #pending = new Map<
    string,
    {
      member: Member
      type: WireCommandType
      data: unknown
      done: (answer: Answer) => void
      fail: (cause: unknown) => void
    }
  >()
  #order = 0
  #ids = 0

  constructor(opened: OpenedClass) {
    this.opened = opened
    this.instructor = instruct(opened, ['console', 'wall'], { record: true, reconnectAfter: RECONNECT_AFTER })
    this.#used.push({ viewer: { kind: 'console' }, sub: 'console', simulant: this.instructor, closed: false })
  }

  async join(name: string): Promise<Member> {
    const browser = new Browser(this.opened.browser.base)
    const joined = await joinClass(browser.base, this.opened.code, name, {
      browser,
      record: true,
      reconnectAfter: RECONNECT_AFTER,
    })
    const { person, seatHandle } = joined
    const member = { person, browser, seatHandle, device: joined }
    this.members.push(member)
    this.#use(person, joined)
    return member
  }

  #use(person: string, simulant: Simulant): void {
    this.#used.push({ viewer: { kind: 'person', person }, sub: 'seat', simulant, closed: false })
  }

  /**
   * Sends a command and resolves with its answer, over reconnections, restarts and reloads. Rejects with NotLetIn if the
   * server will not have the device any more.
   */
  act<T extends WireCommandType>(member: Member, type: T, data: WireShapes[T]): Promise<Answer> {
    this.#ids += 1
    const id = `chaos-command-${this.#ids}`
    const command: Written = { person: member.person, id, type, sentAt: this.#next() }
    this.commands.push(command)
    return new Promise<Answer>((resolve, reject) => {
      const done = (answer: Answer) => {
        if (!this.#pending.delete(id)) return
        command.answeredAt = this.#next()
        command.answer = answer
        resolve(answer)
      }
      this.#pending.set(id, { member, type, data, done, fail: reject })
      member.device.act(type, data, id).then(done, reject)
    })
  }

  get unanswered(): number {
    return this.#pending.size
  }

  /** Another tab of the same person, beside the one in use. */
  secondTab(member: Member): Simulant {
    const tab = this.#open(member)
    this.#use(member.person, tab)
    return tab
  }

  /** The tab is loaded anew: what it had not been answered goes again, under the same ids. */
  reload(member: Member): void {
    const before = member.device
    this.close(before)
    member.device = this.#open(member)
    this.#use(member.person, member.device)
    for (const [id, { member: of, type, data, done, fail }] of this.#pending) {
      // The type and its data came in together, in `act`.
      if (of === member) member.device.act(type, data as WireShapes[typeof type], id).then(done, fail)
    }
  }

  close(simulant: Simulant): void {
    for (const used of this.#used) if (used.simulant === simulant) used.closed = true
    simulant.close()
  }

  #open({ browser, seatHandle }: Member): Simulant {
    const simulant = new Simulant({
      browser,
      classId: this.opened.classId,
      as: { kind: 'seat', seat: seatHandle },
      newId: () => `tab-${this.#next()}-command`,
      record: true,
      reconnectAfter: RECONNECT_AFTER,
    })
    return simulant.follow('seat')
  }

  /** Everybody is connected and every command is answered. */
  async quiet(): Promise<void> {
    const devices = this.#used.filter(used => !used.closed).map(used => used.simulant)
    await Promise.all(devices.map(device => device.until(it => it.socket.connected)))
    await Promise.all(
      this.members.map(({ device }) => device.until(it => it.socket.connected && this.unanswered === 0)),
    )
    // The answer to one's own command comes behind everything that was sent before it. The first of these may end a call
    // for help; then the second changes nothing.
    for (let twice = 0; twice < 2; twice += 1) {
      await Promise.all(
        this.#used
          .filter(used => !used.closed)
          .map(({ viewer, simulant }) =>
            simulant.act('EndHelp', { person: viewer.kind === 'person' ? viewer.person : 'p1' }),
          ),
      )
    }
  }

  devices(): Device[] {
    return this.#used.map(({ viewer, sub, simulant, closed }) => ({
      viewer,
      sub,
      frames: simulant.frames,
      shown: closed ? undefined : (simulant.seat ?? simulant.console),
    }))
  }

  end(): void {
    for (const { simulant } of this.#used) simulant.close()
  }

  #next(): number {
    this.#order += 1
    return this.#order
  }
}
