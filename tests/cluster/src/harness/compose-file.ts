import { z } from 'zod'

/**
 * The part of the Compose specification (compose-spec, its JSON schema of draft 7) that our file uses, put in our words.
 * Each object is strict, as in the specification, apart from keys that begin with `x-`: a key that is written wrongly, or
 * that we have not begun to use, is refused. Where the specification takes any string (durations, restart, ports) this
 * takes what its text says that an engine understands.
 */
const name = z.string().regex(/^[a-zA-Z0-9._-]+$/)
/** Such as 5s, 1m30s, 250ms. */
const duration = z.string().regex(/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/)
const distinct = (each: z.ZodString) =>
  z.array(each).refine(all => new Set(all).size === all.length, 'Named twice')
const unique = distinct(z.string())
const command = z.union([z.string(), z.array(z.string())])
/** A value that YAML reads as a number or a switch reaches the container as text. */
const dictionary = z.record(z.string().regex(/.+/), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const port = z.string().regex(/^(?:[\d.]+:)?\d{1,5}(?::\d{1,5})?(?:\/(?:tcp|udp))?$/)
const mount = z.string().regex(/^[^:]+:\/[^:]*(?::(?:ro|rw))?$/)

const healthcheck = z.strictObject({
  /** As a list it begins with how it is run. */
  test: z
    .array(z.string())
    .min(2)
    .refine(([how]) => how === 'CMD' || how === 'CMD-SHELL', 'Begins with CMD or CMD-SHELL'),
  interval: duration.optional(),
  timeout: duration.optional(),
  retries: z.number().int().positive().optional(),
  start_period: duration.optional(),
})

const service = z.strictObject({
  image: z.string().min(1).optional(),
  build: z.string().min(1).optional(),
  command: command.optional(),
  environment: dictionary.optional(),
  ports: distinct(port).optional(),
  volumes: distinct(mount).optional(),
  depends_on: z
    .record(
      name,
      z.strictObject({
        condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']),
      }),
    )
    .optional(),
  healthcheck: healthcheck.optional(),
  restart: z
    .string()
    .regex(/^(?:no|always|unless-stopped|on-failure(?::\d+)?)$/)
    .optional(),
  stop_grace_period: duration.optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.union([z.string(), unique]).optional(),
  cap_drop: unique.optional(),
  security_opt: unique.optional(),
})

const named = z.strictObject({
  services: z.record(name, service),
  /** Ours are the engine's own, with no settings. */
  volumes: z.record(name, z.null()).optional(),
})

/** Reads what YAML made of a Compose file. Throws, naming each place, if it is not one. */
export function readCompose(file: unknown): z.infer<typeof named> {
  const top = z.record(z.string(), z.unknown()).parse(file)
  return named.parse(Object.fromEntries(Object.entries(top).filter(([key]) => !key.startsWith('x-'))))
}
