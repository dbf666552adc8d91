import { isIPv6 } from 'node:net'

/**
 * What counts as one address: an IPv4 address, also when it is written inside an IPv6 one, or the first 64 bits of an
 * IPv6 address, because one device can have as many of the rest as it likes.
 */
export function addressKey(address: string | undefined): string {
  const plain = (address ?? '').split('%')[0] ?? ''
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (inner !== undefined) return inner
  if (!isIPv6(plain)) return plain === '' ? 'unknown' : plain
  const [front = '', back] = plain.toLowerCase().split('::')
  const first = front === '' ? [] : front.split(':')
  const last = back === undefined || back === '' ? [] : back.split(':')
  const zeros = back === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const groups = [...first, ...Array<string>(zeros).fill('0'), ...last]
  return groups
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
