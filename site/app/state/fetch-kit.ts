import type { FieldKit } from '../../../worker/domain/diary/field-kit.ts'
import type { ServerTime } from '../outbox/transport.ts'

/** What asking the server for the kit came to. `other`: signed in, but in a role that keeps no diary. */
export type KitAnswer =
  | { readonly kind: 'kit'; readonly kit: FieldKit; readonly time: ServerTime }
  | { readonly kind: 'none' | 'other' | 'offline' }

const KIT_PATH = '/app/kit'
const PATIENCE_MS = 15_000
const VERSION: FieldKit['version'] = 1

/**
 * Asks who is signed in and for what the phone needs to work without a network. Anything but a plain
 * word of the server counts as no network: what stands between (a hotel's page) may say anything.
 */
export async function fetchKit(now: () => number): Promise<KitAnswer> {
  const sentAt = now()
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const answer = await fetch(KIT_PATH, {
      ...{ signal, cache: 'no-store', redirect: 'manual' },
      headers: { accept: 'application/json' },
    })
    if (answer.status === 401) return { kind: 'none' }
    if (answer.status === 403) return { kind: 'other' }
    if (!answer.ok) return { kind: 'offline' }
    const kit: unknown = await answer.json()
    if (!isKit(kit)) return { kind: 'offline' }
    return { kind: 'kit', kit, time: { serverAt: kit.serverNow, sentAt, receivedAt: now() } }
  } catch {
    return { kind: 'offline' }
  }
}

/** Of our own server and of the shape this version knows; an older one is kept and asked for again. */
function isKit(value: unknown): value is FieldKit {
  if (typeof value !== 'object' || value === null) return false
  return 'version' in value && value.version === VERSION && 'account' in value
}
