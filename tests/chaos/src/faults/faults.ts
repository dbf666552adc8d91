import { LIMITS } from '@evenkeel/protocol'
import { OPCODE, RawSocket, type Seeded } from '@evenkeel/simulant'
import type { Crowd } from '../crowd.ts'
import type { ServerProcess } from './server-process.ts'
import type { TcpProxy } from './tcp-proxy.ts'

/** What a fault may reach for. `load`: resolves when so many more commands were answered. */
export interface Scene {
  readonly crowd: Crowd
  readonly server: ServerProcess
  readonly proxy: TcpProxy
  readonly seeded: Seeded
  readonly longest: number
  readonly load: (answers: number) => Promise<void>
}

export const FAULTS = [
  'kill',
  'freeze',
  'cut',
  'slow',
  'slice',
  'silent',
  'full-disk',
  'read-only-disk',
  'clock-forward',
  'clock-back',
  'reload',
  'second-tab',
  'flood',
  'garbage',
  'pieces',
] as const
export type Fault = (typeof FAULTS)[number]

/** Each breaks something while the load goes on, and mends it again. False: this machine can't do it. */
export const bring: Readonly<Record<Fault, (scene: Scene) => Promise<boolean>>> = {
  async kill({ server, proxy }) {
    await server.kill()
    await server.start()
    proxy.cut()
    return true
  },
  /** The process stands still, as on a machine that swaps or a laptop that is shut for a moment. */
  async freeze({ server, seeded, longest }) {
    server.signal('SIGSTOP')
    await pause(1_000 + seeded.next() * Math.max(0, longest - 1_000))
    server.signal('SIGCONT')
    return true
  },
  async cut({ proxy, load }) {
    proxy.cut()
    await load(5)
    proxy.cut()
    return true
  },
  async slow({ proxy, seeded, load }) {
    proxy.weather = { delay: 20 + seeded.below(120) }
    await load(10)
    proxy.weather = {}
    return true
  },
  async slice({ proxy, seeded, load }) {
    proxy.weather = { slice: 1 + seeded.below(40) }
    await load(20)
    proxy.weather = {}
    return true
  },
  /** Nothing comes through and no connection closes; then all of them break. */
  async silent({ proxy, seeded }) {
    proxy.weather = { silent: true }
    await pause(200 + seeded.below(800))
    proxy.weather = {}
    proxy.cut()
    return true
  },
  async 'full-disk'({ server, seeded }) {
    if (!server.limitFiles(seeded.below(4_096))) return false
    await pause(300)
    return server.limitFiles('unlimited')
  },
  async 'read-only-disk'({ server }) {
    const mend = await server.refuseWrites()
    if (mend === undefined) return false
    await pause(300)
    await mend()
    return true
  },
  async 'clock-forward'({ server, seeded, load }) {
    await server.jump(1_000 + seeded.below(20_000))
    await load(5)
    return true
  },
  async 'clock-back'({ server, seeded, load }) {
    await server.jump(-1_000 - seeded.below(600_000))
    await load(5)
    return true
  },
  async reload({ crowd, seeded, load }) {
    for (const member of crowd.members) if (seeded.maybe(0.5)) crowd.reload(member)
    await load(5)
    return true
  },
  async 'second-tab'({ crowd, seeded, load }) {
    const member = crowd.members[seeded.below(crowd.members.length)]
    if (member === undefined) return false
    const tab = crowd.secondTab(member)
    await load(10)
    crowd.close(tab)
    return true
  },
  /** A hundred times what a device may send, from somebody's second tab. */
  async flood({ crowd, seeded, load }) {
    const member = crowd.members[seeded.below(crowd.members.length)]
    if (member === undefined) return false
    const tab = crowd.secondTab(member)
    await tab.until(it => it.socket.connected)
    for (let n = 0; n < LIMITS.commandsPerSecond * 100; n += 1) {
      tab.socket.emit('command', { id: `flooding-${seeded.below(1e9)}`, type: 'CallHelp', data: {} })
    }
    await load(10)
    crowd.close(tab)
    return true
  },
  async garbage({ crowd, seeded, load }) {
    const member = crowd.members[seeded.below(crowd.members.length)]
    if (member === undefined) return false
    const tab = crowd.secondTab(member)
    await tab.until(it => it.socket.connected)
    const { engine } = tab.socket.io
    tab.socket.emit('command', {
      id: 'too-large-1',
      pad: 'x'.repeat(LIMITS.message + seeded.below(LIMITS.frame)),
    })
    for (const packet of ['2["command",{', '9!', '2{"a":1}', new Uint8Array([1, 2, 3])]) engine.send(packet)
    await load(5)
    crowd.close(tab)
    return true
  },
  /** Websocket messages in pieces without end, pieces of nothing and frames that are none, from somebody's browser. */
  async pieces({ crowd, proxy, seeded, load }) {
    const member = crowd.members[seeded.below(crowd.members.length)]
    if (member === undefined) return false
    const { cookies } = member.browser
    const open = () =>
      RawSocket.open(`http://127.0.0.1:${proxy.port}`, `&class=${crowd.opened.classId}`, cookies)
    const [endless, unfinished, broken] = [await open(), await open(), await open()]
    const begun = { opcode: OPCODE.text, fin: false, payload: '42["command",' } as const
    const piece = { opcode: OPCODE.continuation, fin: false, payload: seeded.maybe(0.5) ? 'x' : '' } as const
    endless.send(begun, ...Array.from({ length: ENDLESS }, () => piece))
    unfinished.send(begun, piece)
    broken.send({
      opcode: seeded.below(16),
      fin: seeded.maybe(0.5),
      reserved: seeded.below(8),
      payload: '\xff',
    })
    await load(10)
    // The way may have been cut before the server's word came through it.
    await endless.ended
    unfinished.close()
    broken.close()
    return true
  },
}

/** More pieces of one message than a server takes. */
const ENDLESS = 20_000

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
