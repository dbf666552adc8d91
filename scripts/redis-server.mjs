#!/usr/bin/env node
import { sayWhere } from './system-program.mjs'

/** @type {import('./system-program.mjs').Program} */
export const redisServer = {
  title: 'redis-server (or valkey-server)',
  needed: 'the tests of many servers on one Redis',
  variable: 'REDIS_SERVER_PATH',
  names: ['redis-server', 'valkey-server'],
  outsideThePath: ['/opt/homebrew/bin/redis-server', '/usr/local/bin/redis-server'],
  debianPackage: 'redis-server',
}

sayWhere(import.meta.url, redisServer)
