import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own script knows where the program is. */
const FIND = fileURLToPath(new URL('../../../../scripts/caddy.mjs', import.meta.url))
const CADDYFILE = fileURLToPath(new URL('../../../../deploy/Caddyfile', import.meta.url))

/** Where Caddy is on this machine; undefined: it is not. */
export function findCaddy(): string | undefined {
  try {
    return execFileSync(process.execPath, [FIND], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

/** The real balancer with the project's own file. Its names of servers and its ports are this machine's; nothing else is changed. */
export class Caddy {
  readonly #child: ChildProcess
  readonly #folder: string

  private constructor(child: ChildProcess, folder: string) {
    this.#child = child
    this.#folder = folder
  }

  static async start(
    program: string,
    { port, health, servers }: { port: number; health: number; servers: readonly number[] },
  ): Promise<Caddy> {
    const folder = await mkdtemp(join(tmpdir(), 'evenkeel-caddy-'))
    const config = join(folder, 'Caddyfile')
    await writeFile(config, adapted(knownTo(program, await readFile(CADDYFILE, 'utf8')), health, servers))
    const child = spawn(program, ['run', '--adapter', 'caddyfile', '--config', config], {
      env: { PATH: process.env.PATH, HOME: folder, SITE: `:${port}` },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let log = ''
    await new Promise<void>((resolve, reject) => {
      child.once('exit', code => reject(new Error(`caddy ended with ${code}: ${log}`)))
      child.stderr.on('data', (text: Buffer) => {
        log += text
        if (log.includes('serving initial configuration')) resolve()
      })
    })
    return new Caddy(child, folder)
  }

  async end(): Promise<void> {
    const gone = new Promise(resolve => this.#child.once('exit', resolve))
    this.#child.kill('SIGKILL')
    await gone
    await rm(this.#folder, { recursive: true })
  }
}

const versionOf = (program: string): number =>
  Number(/^v?2\.(\d+)/.exec(execFileSync(program, ['version'], { encoding: 'utf8' }))?.[1] ?? 0)

/** The file without what this Caddy does not know: open connections outlive a reading of the file since 2.7; the line is about nothing else. */
export const knownTo = (program: string, file: string): string =>
  versionOf(program) >= 7 ? file : file.replace(/^\s*stream_close_delay .*\n/m, '')

function adapted(file: string, health: number, servers: readonly number[]): string {
  const here = file
    .replace('server-1:3000 server-2:3000', servers.map(port => `127.0.0.1:${port}`).join(' '))
    .replace(/^:8080 /m, `:${health} `)
  return `{\n\tadmin off\n}\n${here}`
}
