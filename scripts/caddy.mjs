#!/usr/bin/env node
import { sayWhere } from './system-program.mjs'

/** @type {import('./system-program.mjs').Program} */
export const caddy = {
  title: 'Caddy',
  needed: 'the tests of the real balancer',
  variable: 'CADDY_PATH',
  names: ['caddy'],
  outsideThePath: ['/opt/homebrew/bin/caddy', '/usr/local/bin/caddy'],
  debianPackage: 'caddy',
}

sayWhere(import.meta.url, caddy)
