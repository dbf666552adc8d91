import type { NetworkInterfaceInfo } from 'node:os'

/** What `os.networkInterfaces()` gives. */
export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/** Interfaces of virtual machines, containers and tunnels: a phone in the room can hardly reach them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|tailscale|zt|wg)|virtual|vethernet|wsl/i

/**
 * Where phones in the same network find this server, as origins (`http://192.168.1.20:3000`), most likely first: real
 * interfaces before virtual ones, then home and school ranges (192.168, 10, 172.16) before others. IPv4 only: people
 * may have to type it.
 */
export function lanAddresses(interfaces: Interfaces, port: number): string[] {
  const found = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? [])
      .filter(
        ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
      )
      .map(({ address }) => ({ address, rank: rankOf(name, address) })),
  )
  found.sort((a, b) => a.rank - b.rank)
  return found.map(({ address }) => `http://${address}${port === 80 ? '' : `:${port}`}`)
}

function rankOf(name: string, address: string): number {
  const range = ['192.168.', '10.', '172.'].findIndex(start => address.startsWith(start))
  return (VIRTUAL.test(name) ? 10 : 0) + (range === -1 ? 5 : range)
}
