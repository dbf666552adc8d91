import type { WireRefusalKind } from '@evenkeel/protocol/constants'

export type Asked<T> =
  | { readonly ok: true; readonly body: T }
  | {
      readonly ok: false
      readonly kind: WireRefusalKind | 'offline'
      readonly say: string
      /** The whole refusal, where it says more than a sentence. */
      readonly whole?: unknown
    }

/** One request to the server's http API. A refusal is a value with its sentence; so is having no connection. */
export async function ask<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
): Promise<Asked<T>> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as T & { kind: WireRefusalKind; say: string }
    if (response.ok) return { ok: true, body: answer }
    return { ok: false, kind: answer.kind, say: answer.say, whole: answer }
  } catch {
    return { ok: false, kind: 'offline', say: 'No connection to the class. Check the Wi-Fi and try again.' }
  }
}
