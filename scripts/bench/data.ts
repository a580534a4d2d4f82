import { sql } from 'drizzle-orm'
import { customAlphabet } from 'nanoid'
import type { Database } from '../../db/client.ts'
import { CROCKFORD } from '../../worker/domain/label/base32.ts'
import { createLabelSigner } from '../../worker/domain/label/label-signer.ts'
import { completeRef } from '../../worker/domain/label/ref.ts'

const sevenRandom = customAlphabet(CROCKFORD, 7)

/** REFs that no batch has. */
export const newRefs = (count: number): string[] =>
  Array.from({ length: count }, () => completeRef(sevenRandom()))

/** `count` more batches that differ from a sealed one only in REF and ids, so that each is cold once. */
export async function cloneBatches(
  db: Database,
  input: { ref: string; count: number },
): Promise<string[]> {
  const refs = newRefs(input.count)
  const json = JSON.stringify(refs)
  const source = sql`(SELECT id FROM batch WHERE ref = ${input.ref})`
  await db.batch([
    db.run(sql`INSERT INTO batch (id, ref, lot, organisation_id, product_id, packed_on, expires_on,
        harvested_on, season_from, quantity_value, quantity_unit, markets, created_at)
      SELECT 'bench-' || r.value, r.value, 'bench-' || r.value, organisation_id, product_id, packed_on,
        expires_on, harvested_on, season_from, quantity_value, quantity_unit, markets, created_at
      FROM batch, json_each(${json}) r WHERE batch.id = ${source}`),
    db.run(sql`INSERT INTO batch_code (batch_id, code_id, slot)
      SELECT 'bench-' || r.value, code_id, slot
      FROM batch_code, json_each(${json}) r WHERE batch_id = ${source}`),
    db.run(sql`INSERT INTO label_run (id, batch_id, profile, kid, unit_space, from_serial, to_serial,
        copies, created_at, actor, organisation_id)
      SELECT 'bench-' || r.value, 'bench-' || r.value, profile, kid, 'B/' || r.value, from_serial,
        to_serial, copies, created_at, actor, organisation_id
      FROM label_run, json_each(${json}) r
      WHERE batch_id = ${source} AND profile = 'full' AND from_serial > 0`),
    db.run(sql`INSERT INTO batch_document (ref, batch_id, document, updated_at)
      SELECT r.value, 'bench-' || r.value, replace(document, ${input.ref}, r.value), updated_at
      FROM batch_document, json_each(${json}) r WHERE ref = ${input.ref}`),
  ])
  return refs
}

/** `/{SIG}/{SUBJECT}` of one `full` label a REF, with the codes of the cloned batch. */
export async function fullLabelPaths(input: {
  kid: string
  privateKey: CryptoKey
  codes: string
  refs: readonly string[]
  serial: number
}): Promise<string[]> {
  const paths: string[] = []
  for (const ref of input.refs) {
    const signer = createLabelSigner({
      labelOrigin: '',
      kid: input.kid,
      privateKey: input.privateKey,
      before: `B/${ref}/`,
      after: `/${input.codes}`,
      withoutSerial: false,
    })
    paths.push(signer.complete(input.serial, await signer.sign(input.serial)))
  }
  return paths
}
