import { readKey } from '../../../db/queries/keys.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { VerbContext } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { openPinKey } from './key-secret.ts'

/**
 * The key that PINs of the labels of a signing key are made with, whatever became of that: PINs on
 * goods in the shops go on to be confirmed when the key has been replaced.
 */
export async function loadPinKey(
  { db, kek }: Pick<VerbContext, 'db' | 'kek'>,
  kid: string,
): Promise<CryptoKey> {
  const row = await readKey(db, kid)
  if (row === null) throw notFound(THINGS.key, { kid })
  return openPinKey({ kid, privateJwe: row.privateJwe, kek })
}
