import { randomUUID } from 'node:crypto'
import type { People } from '../people/port.ts'

const SETTING = 'xapi-home'

/**
 * The address under which this deployment's accounts and activities stand in xAPI statements, and of which their ids are
 * made. Chosen with the first export and then kept, so that every later one has the same ids by whatever address it was
 * asked for: PUBLIC_URL if there is one, else an address that nobody can ever own (RFC 2606, 2), because xAPI 1.0.3 wants
 * an account's home page to be an address and takes no other name. No slash at the end.
 */
export async function xapiHome(
  people: Pick<People, 'setting' | 'claimSetting'>,
  publicUrl: string | undefined,
): Promise<string> {
  const kept = await people.setting(SETTING)
  if (kept !== undefined) return kept
  const own = publicUrl?.replace(/\/+$/, '') ?? `https://${randomUUID()}.evenkeel.invalid`
  return people.claimSetting(SETTING, own)
}
