import type { DeviceKind } from './port.ts'

const SIGNS: readonly (readonly [RegExp, DeviceKind])[] = [
  [/iPad/, 'ipad'],
  [/iPhone|iPod/, 'iphone'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/Macintosh|Mac OS X/, 'mac'],
  [/Linux|CrOS/, 'linux'],
]

/** What a browser says it runs on; a word for people, and no proof of anything. */
export const deviceKind = (userAgent = ''): DeviceKind =>
  SIGNS.find(([sign]) => sign.test(userAgent))?.[1] ?? 'other'
