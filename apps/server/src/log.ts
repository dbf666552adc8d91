import { pino } from 'pino'
import type { Environment } from './environment.ts'

/** What the server's parts use of the logger. Never given content, names or tokens. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export const openLog = (level: Environment['logLevel']): Log => pino({ level, base: null })

export const silentLog: Log = { info() {}, warn() {}, error() {} }
