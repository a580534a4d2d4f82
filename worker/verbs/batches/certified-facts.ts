import type { BatchSources, VouchedRow } from '../../../db/queries/batch-source-rows.ts'
import { isMarkAllowed, isOcopMarkAllowed } from '../../domain/certifications/standing.ts'
import type { OcopView, Provenance, VouchedView } from '../../domain/standing/provenance.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { type NamedHolder, publicHolderName, publicVerifier } from './public-names.ts'

/** Certifications and who holds them. */
type Certified<K extends 'certificates' | 'ocop'> = Pick<BatchSources, K> & {
  readonly batch: NamedHolder
}

/** Certificates as the public reads them, each with whose word it is. */
export function certificatesOf(
  { batch, certificates }: Certified<'certificates'>,
  packedOn: string,
): Provenance['certificates'] {
  return certificates.map((row) => {
    const { kind, number, standard, issuedBy, issuedOn, expiresOn } = row
    const isHeld = isMarkAllowed(row, packedOn)
    return {
      kind,
      number: number ?? '',
      standard,
      issuedBy,
      issuedOn,
      expiresOn,
      ...vouchedBy(row, { holder: batch, isVerified: isHeld }),
    }
  })
}

/** The rating that held on the packing day, else the newest, told to be not valid then. */
export function ocopOf({ batch, ocop }: Certified<'ocop'>, packedOn: string): OcopView | null {
  const rated = ocop.flatMap((row) => (row.stars === null ? [] : [{ ...row, stars: row.stars }]))
  const held = rated.find((row) => isOcopMarkAllowed(row, packedOn))
  const row = held ?? rated[0]
  if (row === undefined) return null
  const { stars, number, expiresOn, revokedOn } = row
  const ends = expiresOn ?? ''
  return {
    stars,
    certificateNo: number ?? '',
    expiresOn: revokedOn !== null && revokedOn < ends ? revokedOn : ends,
    validWhenPacked: held !== undefined,
    ...vouchedBy(row, { holder: batch, isVerified: true }),
  }
}

/**
 * Tests of the batch. That one was passed is told on an officer's word alone; that it was not, on
 * anybody's.
 */
export function testsOf({ batch, tests }: BatchSources): Provenance['tests'] {
  return tests.map((row) => {
    const { analyte, result, unit, resultLimit: limit, issuedBy: laboratory, sampledOn } = row
    const isVerified = row.state === 'confirmed'
    return {
      analyte: analyte ?? '',
      result: [result, unit].filter((part) => part !== null).join(' '),
      limit,
      laboratory,
      sampledOn,
      passed: row.verdict === 'failed' ? false : isVerified && row.verdict !== null ? true : null,
      ...vouchedBy(row, { holder: batch, isVerified }),
    }
  })
}

function vouchedBy(
  { declaredAt, decidedAt, authority }: VouchedRow,
  { holder, isVerified }: { readonly holder: NamedHolder; readonly isVerified: boolean },
): VouchedView {
  const dayOf = (at: number | null) => (at === null ? null : vietnamDateOf(at))
  return {
    declaredBy:
      declaredAt === null
        ? null
        : { role: 'producer', name: publicHolderName(holder), on: dayOf(declaredAt) },
    verifiedBy: isVerified
      ? publicVerifier({
          verifiedByRole: 'officer',
          verifiedByName: authority,
          verifiedOn: dayOf(decidedAt),
        })
      : null,
  }
}
