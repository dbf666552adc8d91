import { isUtf8 } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A body in another encoding: read as UTF-8 its letters would be lost, and kept so. */
export class NotUtf8Error extends Error {
  readonly status = 400
}

/** For the JSON parser, before it turns the bytes into text. */
export function onlyUtf8(_req: IncomingMessage, _res: ServerResponse, body: Buffer): void {
  if (!isUtf8(body) || body.includes(0)) throw new NotUtf8Error('a body is not UTF-8')
}
