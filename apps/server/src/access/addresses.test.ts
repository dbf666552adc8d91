import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { lanAddresses } from './addresses.ts'

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal,
  cidr: `${address}/24`,
})
const ipv6 = (address: string): NetworkInterfaceInfo => ({
  ...ipv4(address),
  family: 'IPv6',
  scopeid: 0,
})

test('real interfaces before virtual ones, private ranges before others; no loopback, no IPv6, no link-local', () => {
  const found = lanAddresses(
    {
      lo: [ipv4('127.0.0.1', true)],
      docker0: [ipv4('172.17.0.1')],
      'vEthernet (WSL)': [ipv4('192.168.99.1')],
      eth1: [ipv4('203.0.113.9')],
      eth0: [ipv6('fe80::1'), ipv4('10.20.0.4')],
      wlan0: [ipv4('192.168.1.20'), ipv4('169.254.3.3')],
      gone: undefined,
    },
    3000,
  )
  expect(found).toEqual([
    'http://192.168.1.20:3000',
    'http://10.20.0.4:3000',
    'http://203.0.113.9:3000',
    'http://192.168.99.1:3000',
    'http://172.17.0.1:3000',
  ])
})

test('port 80 is left out; a machine without a network has no address', () => {
  expect(lanAddresses({ wlan0: [ipv4('192.168.1.20')] }, 80)).toEqual(['http://192.168.1.20'])
  expect(lanAddresses({}, 3000)).toEqual([])
})
