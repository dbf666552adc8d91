import type { http } from '@evenkeel/protocol'
import type { Request } from 'express'
import { requestHost } from '../access/origin.ts'
import type { ClassRecord } from '../people/port.ts'
import type { HttpParts } from './parts.ts'

/** A class as its instructor sees it before it is entered: its code, and where phones find it. */
export function headOf(parts: HttpParts, req: Request, record: ClassRecord): http.ClassHeadAnswer {
  const { classId, code, title, openedAt, closedAt } = record
  const addresses = joinAddresses(parts, req, code)
  return { class: classId, code, title, openedAt, closedAt: closedAt ?? null, addresses }
}

/** Whole join links under which a phone may reach the class, most likely first. */
export const joinAddresses = (parts: HttpParts, req: Request, code: string): string[] =>
  phoneAddresses(parts, req, `/j/${code}`)

/** Whole addresses under which a phone may reach a path of this server, most likely first. */
export const phoneAddresses = (parts: HttpParts, req: Request, path: string): string[] =>
  origins(parts, req).map(origin => `${origin}${path}`)

/** PUBLIC_URL first, then the address that the instructor came by if a phone can use it too, then this network's. */
function origins({ publicUrl, addresses }: HttpParts, req: Request): string[] {
  const own = publicUrl?.replace(/\/+$/, '')
  const host = requestHost(req.headers.host)
  const here = host === undefined || /^(localhost|127\.|\[::1\])/.test(host) ? undefined : `http://${host}`
  const viaProxy = own !== undefined && host !== undefined && own.endsWith(`//${host}`)
  const found = [own, viaProxy ? undefined : here, ...addresses()]
  return [...new Set(found.filter(origin => origin !== undefined))]
}
