import { Router } from 'express'
import type { HttpParts } from './parts.ts'
import { refusal, sendRefusal } from './refuse.ts'

/** Trying the store costs a durable write, and anybody may ask: one answer serves everybody for a second. */
const KEPT_FOR_MS = 1_000

/** `/healthz`: the process answers. `/readyz`: it can also save, so a class can go on here. */
export function healthRoutes(parts: HttpParts): Router {
  const { journal, clock } = parts
  const router = Router()
  let asked: { readonly at: number; readonly writable: Promise<boolean> } | undefined

  function writable(): Promise<boolean> {
    const now = clock.now()
    if (asked === undefined || now - asked.at >= KEPT_FOR_MS)
      asked = { at: now, writable: journal.writable() }
    return asked.writable
  }

  router.get('/healthz', (_req, res) => {
    res.json({ ok: true })
  })

  router.get('/readyz', async (_req, res) => {
    if (parts.stopping?.()) {
      return sendRefusal(res, refusal('shutting-down', 'The server is stopping.'))
    }
    if (!(await writable())) {
      return sendRefusal(
        res,
        refusal('cannot-save', "The server can't save right now: its store takes no writes."),
      )
    }
    res.json({ ok: true })
  })

  return router
}
