#!/usr/bin/env node
import { sayWhere } from './system-program.mjs'

/** @type {import('./system-program.mjs').Program} */
export const chromium = {
  title: 'Chromium',
  needed: 'the tests of the screens',
  variable: 'CHROMIUM_PATH',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  outsideThePath: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/snap/bin/chromium'],
  debianPackage: 'chromium',
}

sayWhere(import.meta.url, chromium)
