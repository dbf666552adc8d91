import { z } from 'zod'
import { redisAddress } from './redis/redis-address.ts'

const port = z.coerce.number().int().min(0).max(65_535)
const level = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])

/** Each field with the sentence that a wrong value gets. */
const fields = {
  PORT: { schema: port.default(3000), say: 'PORT must be a number from 0 to 65535.' },
  HOST: { schema: z.string().min(1).optional(), say: 'HOST must be an address to listen on.' },
  DATA_DIR: { schema: z.string().min(1).default('./data'), say: 'DATA_DIR must name a folder.' },
  REDIS_URL: {
    schema: z
      .string()
      .refine(url => redisAddress(url) !== undefined)
      .optional(),
    say: 'REDIS_URL must be an address like redis://host:6379/0, redis+sentinel://host,host/name or redis+cluster://host,host.',
  },
  DEPLOYMENT: {
    schema: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/i)
      .default('evenkeel'),
    say: 'DEPLOYMENT must be a name of at most 40 letters, digits and hyphens.',
  },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    say: 'PUBLIC_URL must be a whole address, like https://class.example.org.',
  },
  INSTRUCTOR_PASSCODE: {
    schema: z.string().min(8).max(200).optional(),
    say: 'INSTRUCTOR_PASSCODE must have 8 to 200 characters.',
  },
  METRICS_PORT: { schema: port.optional(), say: 'METRICS_PORT must be a number from 0 to 65535.' },
  RETENTION_DAYS: {
    schema: z.coerce.number().int().min(1).max(36_500).optional(),
    say: 'RETENTION_DAYS must be a number of days from 1 to 36500; leave it out to keep classes.',
  },
  SIMULATED: {
    schema: z.enum(['on', 'off']).default('on'),
    say: 'SIMULATED must be on or off: whether simulated classes may be started.',
  },
  LOG_LEVEL: { schema: level.default('warn'), say: `LOG_LEVEL must be one of ${level.options.join(', ')}.` },
} as const

export interface Environment {
  readonly port: number
  readonly host: string | undefined
  readonly dataDir: string
  /** Set: many servers share one Redis. Unset: everything is in the data folder. */
  readonly redisUrl: string | undefined
  /** Servers with one name share one Redis; another deployment's Redis is refused. */
  readonly deployment: string
  readonly publicUrl: string | undefined
  readonly passcode: string | undefined
  /** Where numbers about the server are read; undefined: nowhere. */
  readonly metricsPort: number | undefined
  /** Days that a class is kept after its end; undefined: until somebody deletes it. */
  readonly retentionDays: number | undefined
  /** Simulated classes may be started. */
  readonly simulated: boolean
  readonly logLevel: z.infer<typeof level>
}

/** One sentence for whoever starts the server. */
export class EnvironmentError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'EnvironmentError'
  }
}

/** Reads the environment once. Empty values count as not set. Throws EnvironmentError for the first wrong one. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const read = <K extends keyof typeof fields>(name: K): z.infer<(typeof fields)[K]['schema']> => {
    const { schema, say } = fields[name]
    const parsed = schema.safeParse(env[name] === '' ? undefined : env[name])
    if (!parsed.success) throw new EnvironmentError(say)
    // The schema of this very field made it.
    return parsed.data as z.infer<(typeof fields)[K]['schema']>
  }
  return {
    port: read('PORT'),
    host: read('HOST'),
    dataDir: read('DATA_DIR'),
    redisUrl: read('REDIS_URL'),
    deployment: read('DEPLOYMENT'),
    publicUrl: read('PUBLIC_URL'),
    passcode: read('INSTRUCTOR_PASSCODE'),
    metricsPort: read('METRICS_PORT'),
    retentionDays: read('RETENTION_DAYS'),
    simulated: read('SIMULATED') === 'on',
    logLevel: read('LOG_LEVEL'),
  }
}
