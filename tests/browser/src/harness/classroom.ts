import type { Language } from '@evenkeel/playbook'
import type { Browser } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { Console } from './console.ts'
import { type Person, troublesOf } from './person.ts'
import { ServerProcess } from './server-process.ts'
import { Trainee } from './trainee.ts'
import { Wall } from './wall.ts'

interface Choice {
  readonly place: 'same-room' | 'remote'
  /** Their names, in the order in which they come. */
  readonly people: readonly string[]
  /** The name under which this machine is reached; 127.0.0.1 if none is given. */
  readonly host?: string
  /** Chosen in the form; without it the form is left as it is. */
  readonly language?: Language
  /** The address that the screens tell people. */
  readonly publicUrl?: string
}

/** A server, a browser, an instructor, a wall and people with phones: everything that a class needs, and nobody in it yet. */
export class Classroom {
  readonly server: ServerProcess
  readonly browser: Browser
  readonly ines: Console
  readonly wall: Wall
  readonly people: readonly Trainee[]
  readonly base: string
  code = ''

  private constructor(
    server: ServerProcess,
    browser: Browser,
    base: string,
    who: [Console, Wall, Trainee[]],
  ) {
    this.server = server
    this.browser = browser
    this.base = base
    ;[this.ines, this.wall, this.people] = who
  }

  static async unlock({ people, host, publicUrl }: Omit<Choice, 'place' | 'language'>): Promise<Classroom> {
    const [server, browser] = await Promise.all([
      new ServerProcess(publicUrl === undefined ? {} : { publicUrl }).start(),
      launchChromium({ names: host === undefined ? [] : [host] }),
    ])
    const base = host === undefined ? server.base : `http://${host}:${server.port}`
    return new Classroom(server, browser, base, [
      await Console.arrive(browser, 'Ines'),
      await Wall.arrive(browser, 'the wall'),
      await Promise.all(people.map(name => Trainee.arrive(browser, name))),
    ])
  }

  /** The class is open, the wall shows it, and everybody is in. */
  static async open({ place, language, ...rest }: Choice): Promise<Classroom> {
    const room = await Classroom.unlock(rest)
    const { ines, wall, people, base } = room
    await ines.signsIn(base)
    room.code = await ines.opensClass('Evening shift', place, language)
    await ines.showsOn(await wall.asks(base))
    await wall.heading('Evening shift')
    await Promise.all(people.map(person => person.join(base, room.code)))
    await ines.counts(people.length)
    return room
  }

  get everybody(): readonly Person[] {
    return [this.ines, this.wall, ...this.people]
  }

  all(screen: Parameters<Trainee['at']>[0]): Promise<unknown> {
    return Promise.all(this.people.map(person => person.at(screen)))
  }

  /** What any page did that no page may do. */
  troubles(): string[] {
    return troublesOf(this.everybody)
  }

  async leave(): Promise<void> {
    await this.browser.close()
    await this.server.clear()
  }
}
