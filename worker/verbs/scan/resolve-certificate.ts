import { type CertificateFactsRow, readCertificateFacts } from '../../../db/queries/certificates.ts'
import { toJws } from '../../domain/label/jws.ts'
import type { ParsedLabel } from '../../domain/label/parse-label.ts'
import {
  certificateStanding,
  decideCertificate,
} from '../../domain/standing/certificate-standing.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { toCertificateFacts } from '../certificates/certificate-facts.ts'
import { MAX_AGE_MS } from './max-age.ts'
import type { Resolution, ScanDeps } from './resolution.ts'

type Read = {
  readonly value: CertificateFactsRow | null
  readonly readAt: number
  readonly stale: boolean
}

/** Judges a printed certificate whose signature is right: whether it was issued, and its code today. */
export async function resolveCertificate(
  deps: ScanDeps,
  input: { label: ParsedLabel; code: string; checkedAt: number },
): Promise<Resolution> {
  const { label, code, checkedAt } = input
  const asked = { code, kid: label.kid }
  const judge = (read: Read) => {
    const facts = read.value === null ? null : toCertificateFacts(read.value)
    return { read, facts, issued: decideCertificate(facts, asked) }
  }
  let judged = judge(await readFacts(deps, code, checkedAt))
  const { readAt } = judged.read
  // It may be fresh from the printer: refused on the database's own word only, never on an old one.
  if (judged.issued.authenticity !== 'genuine' && readAt !== checkedAt) {
    judged = judge(await rereadFacts(deps, code, checkedAt))
  }
  const { read, facts, issued } = judged
  if (issued.authenticity !== 'genuine' || facts === null || read.value === null) {
    const reason = issued.authenticity === 'genuine' ? null : issued.reason
    if (reason === null) throw new Error('a genuine certificate without its code')
    return { kind: 'not_genuine', authenticity: 'unknown', reason, checkedAt }
  }
  const today = vietnamDateOf(checkedAt)
  const { issuedAt, keyRevokedFrom, keyRevokedAt } = issued.issue
  return {
    kind: 'certificate',
    label,
    jws: toJws(label),
    code,
    slot: read.value.slot === 'packing_house' ? 'packing_house' : 'growing_area',
    issuedAt,
    decision: certificateStanding(facts, { today, keyRevokedFrom, keyRevokedAt }),
    today,
    checkedAt,
    asOf: read.readAt,
    stale: read.stale,
  }
}

function readFacts(deps: ScanDeps, code: string, now: number): Promise<Read> {
  return deps.cache.read<CertificateFactsRow | null>({
    key: keyOf(code),
    maxAgeMs: MAX_AGE_MS,
    now,
    load: () => readCertificateFacts(deps.db(), code),
    sizeOf,
    waitUntil: deps.waitUntil,
    travel: { pack: (row) => row, unpack: (packed) => packed as CertificateFactsRow | null },
  })
}

/** Past every cache; throws when the database does not answer. */
async function rereadFacts(deps: ScanDeps, code: string, now: number): Promise<Read> {
  const value = await readCertificateFacts(deps.db(), code)
  deps.cache.put(keyOf(code), { value, readAt: now }, sizeOf(value))
  return { value, readAt: now, stale: false }
}

function keyOf(code: string): string {
  // The shape of what is kept has a number: a cache shared between versions may hold another.
  return `certificate-2:${code}`
}

function sizeOf(row: CertificateFactsRow | null): number {
  return row === null ? 64 : 256 + 2 * JSON.stringify(row).length
}
