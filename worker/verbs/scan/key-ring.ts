import { LRUCache } from 'lru-cache'
import { DatabaseAway } from '../../../db/database-away.ts'
import { type LabelSeal, sealOf, verifySeal } from '../../domain/label/jws.ts'
import { labelPath, type ParsedLabel } from '../../domain/label/parse-label.ts'

/**
 * The public keys this isolate has seen. A key's bytes never change and whether it is still
 * trusted is decided from a label's run, so a known key is never read again; an unknown one makes
 * the ring read all keys, at most once in five seconds, so that forgeries cost no database.
 */
export type KeyRing = {
  /**
   * The key, or null for one that the database did not know five seconds ago at most. Throws where
   * the database could not be asked: a key made since would pass for a stranger's.
   */
  readonly find: (kid: string, load: LoadKeys, now: number) => Promise<CryptoKey | null>
  /** The key where it is known already: most labels need wait for nothing but their signature. */
  readonly held: (kid: string) => CryptoKey | null
  /** True when the label's signature is the key's own. `seal` is handed in where it is at hand. */
  readonly verify: (label: ParsedLabel, key: CryptoKey, seal?: LabelSeal | null) => Promise<boolean>
}

export type LoadKeys = () => Promise<readonly { readonly kid: string; readonly publicX: string }[]>

const REFRESH_EVERY_MS = 5_000
/** A read of a request that was cut off never ends; nobody waits for it longer. */
const LONGEST_READ_MS = 5_000
const LOOK_EVERY_MS = 10
const REMEMBERED_LABELS = 5_000

export function createKeyRing(): KeyRing {
  const keys = new Map<string, CryptoKey>()
  // All copies of a whole-batch label share one text and are scanned again and again, so the text
  // is remembered once it verified. A unit's label is hardly ever seen twice.
  const genuine = new LRUCache<string, true>({ maxSize: REMEMBERED_LABELS })
  /** When the keys were last read whole, and whether somebody reads them now. */
  let refreshedAt = Number.NEGATIVE_INFINITY
  let reading: symbol | null = null

  const refresh = async (load: LoadKeys, now: number): Promise<void> => {
    const mine = Symbol('reading')
    reading = mine
    try {
      for (const row of await load()) {
        if (!keys.has(row.kid)) keys.set(row.kid, await importPublicKey(row.publicX))
      }
      refreshedAt = now
    } finally {
      if (reading === mine) reading = null
    }
  }

  /**
   * One request reads; the others look whether it is done, for a promise is not to be shared. False
   * where it never ended; throws where it could not read, which asking once more would not mend.
   */
  const othersRead = async (): Promise<boolean> => {
    const before = refreshedAt
    for (let waited = 0; waited < LONGEST_READ_MS; waited += LOOK_EVERY_MS) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
      if (refreshedAt !== before) return true
      if (reading === null) throw new DatabaseAway()
    }
    return false
  }

  const verifyShared = async (label: ParsedLabel, key: CryptoKey, seal: LabelSeal) => {
    const text = labelPath(label)
    if (genuine.has(text)) return true
    const verified = await verifySeal(seal, key)
    if (verified) genuine.set(text, true, { size: 1 })
    return verified
  }

  return {
    find: async (kid, load, now) => {
      const known = keys.get(kid)
      if (known !== undefined) return known
      if (now - refreshedAt < REFRESH_EVERY_MS) return null
      if (reading === null || !(await othersRead())) await refresh(load, now)
      return keys.get(kid) ?? null
    },
    held: (kid) => keys.get(kid) ?? null,
    verify: (label, key, seal = sealOf(label)) => {
      if (seal === null) return Promise.resolve(false)
      const shared = 'serial' in label.subject && label.subject.serial === 0
      return shared ? verifyShared(label, key, seal) : verifySeal(seal, key)
    },
  }
}

function importPublicKey(x: string): Promise<CryptoKey> {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x }
  return crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify'])
}
