import type { CertificateFactsRow } from '../../../db/queries/certificates.ts'
import type { CertificateFacts } from '../../domain/standing/certificate-standing.ts'
import { marketsOf } from '../../domain/standing/status-on.ts'

/** The facts of a code from its row. */
export function toCertificateFacts(row: CertificateFactsRow): CertificateFacts {
  const { code, markets, events, issues } = row
  return {
    code,
    markets: [...new Set([...markets, ...marketsOf(events)])].sort(),
    events,
    withdrawn: row.withdrawnAt !== null,
    issues,
  }
}
