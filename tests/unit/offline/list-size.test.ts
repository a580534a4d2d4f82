import { gzipSync } from 'node:zlib'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { completeRef } from '../../../worker/domain/label/ref.ts'
import { type ListedBatch, listClaims } from '../../../worker/domain/status-list/list-claims.ts'
import { seeded } from '../../support/oracle/seeded.ts'

const MOST_BYTES = 40 * 1_024
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A thousand batches of a thousand labels, of which a thousand are excepted. */
function batches(random: ReturnType<typeof seeded>, spread: 'anywhere' | 'one a batch') {
  const all = Array.from({ length: 1_000 }, (_, number): ListedBatch => {
    const seven = Array.from({ length: 7 }, () => random.pick([...CROCKFORD])).join('')
    // Units of a GTIN go on from batch to batch.
    const from = 1 + number * 1_000
    const issued = [[from, from + 999, 'fg'] as const]
    const status = { value: 0, notice: random.chance(0.05), excepted: [], issued } as const
    return { ref: completeRef(seven), status, nextChangeOn: null }
  })
  for (let number = 0; number < 1_000; number++) {
    const at = spread === 'one a batch' ? number : random.below(1_000)
    const batch = all[at]
    const from = batch?.status.issued[0]?.[0]
    if (batch === undefined || from === undefined) continue
    const serial = from + random.below(1_000)
    const excepted = [...batch.status.excepted, [serial, serial, 1, 'fg'] as const]
    all[at] = { ...batch, status: { ...batch.status, excepted } }
  }
  return all
}

describe('the list of a million labels of a thousand batches with a thousand exceptions', () => {
  it.each(['anywhere', 'one a batch'] as const)('takes at most 40 KB, exceptions %s', (spread) => {
    const random = seeded(40)
    const pack = (bytes: Uint8Array) => Buffer.from(zlibSync(bytes)).toString('base64url')
    const uri = 'https://truyxuat.example.vn/.well-known/label-status/A1B'
    const claims = listClaims({
      ...{ kid: 'A1B', uri, issuedAt: 1_796_054_406, pack },
      batches: batches(random, spread),
    })
    const signature = Buffer.from(Array.from({ length: 64 }, () => random.below(256)))
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
    const token = `${'e'.repeat(80)}.${body}.${signature.toString('base64url')}`
    const bytes = gzipSync(token).length
    console.log(`status list, exceptions ${spread}: ${bytes} bytes gzipped`)
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
  })
})
