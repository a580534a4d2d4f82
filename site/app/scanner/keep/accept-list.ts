import {
  createVerifier,
  type LabelKeys,
  type ListFault,
  openStatusList,
  type StatusKeys,
} from '../../../public/verify.js'
import type { KeptList } from './scan-store.ts'

/** A list that may be kept, or why it may not. */
export type AcceptedList =
  | { readonly ok: true; readonly list: KeptList }
  | { readonly ok: false; readonly fault: ListFault | 'of_another_key' }

/**
 * Whether a fetched list may take the place of the kept one of its key: whole, signed by a key of lists,
 * of that label key, and no older. What was cut off, altered or rolled back on the way is refused, and
 * the kept one stays with its age.
 */
export async function acceptList(given: {
  readonly kid: string
  readonly token: string
  readonly kept: KeptList | null
  readonly keys: { readonly jwks: LabelKeys; readonly statusJwks: StatusKeys }
}): Promise<AcceptedList> {
  const { kid, token, kept, keys } = given
  const list = await openStatusList(token, keys)
  if (list.fault !== undefined) return { ok: false, fault: list.fault }
  if (list.kid !== kid) return { ok: false, fault: 'of_another_key' }
  const verifier = await createVerifier({ ...keys, lists: kept === null ? [] : [kept.token] })
  const fault = await verifier.add(token)
  if (fault !== null) return { ok: false, fault }
  return { ok: true, list: { kid, token, issuedAt: list.iat * 1_000 } }
}
