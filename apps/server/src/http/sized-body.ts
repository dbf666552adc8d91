import express, { type Request, type Response } from 'express'
import { onlyUtf8 } from './only-utf8.ts'
import { hasBody } from './read-body.ts'
import { refusal, sendRefusal, sendTooLarge } from './refuse.ts'

const parsers = new Map<number, express.RequestHandler>()

/**
 * Reads a JSON body of at most `limit` bytes, after everything that can be known without reading it was looked at. False
 * when it was refused. What is too large by its own word is refused before a byte of it is read.
 */
export async function sizedBody(req: Request, res: Response, limit: number): Promise<boolean> {
  if (Number(req.headers['content-length'] ?? 0) > limit) {
    sendTooLarge(res)
    return false
  }
  const parser =
    parsers.get(limit) ?? express.json({ limit, inflate: false, type: 'application/json', verify: onlyUtf8 })
  parsers.set(limit, parser)
  await new Promise<void>((resolve, reject) => {
    parser(req, res, (error: unknown) => (error === undefined ? resolve() : reject(error)))
  })
  if (req.body !== undefined || !hasBody(req)) return true
  res.set('Connection', 'close')
  sendRefusal(res, refusal('bad-message', 'The server takes JSON only.'), 415)
  return false
}
