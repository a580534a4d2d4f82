import type { CertificateFactsRow } from '../../../db/queries/certificates.ts'
import type { CertificateFacts } from '../../domain/standing/certificate-standing.ts'
import { statusEventOf } from '../../domain/standing/status-event-of.ts'
import { marketsOf } from '../../domain/standing/status-on.ts'

type Cell = string | number | null
type IssueCells = [
  kid: string,
  issuedAt: number,
  revokedFrom: number | null,
  revokedAt: number | null,
]

/** The facts of a code from its row. Statuses are checked where they are written. */
export function toCertificateFacts(row: CertificateFactsRow): CertificateFacts {
  const events = (JSON.parse(row.events) as Cell[][]).map(statusEventOf)
  const asked = JSON.parse(row.markets) as string[]
  return {
    code: row.code,
    markets: [...new Set([...asked, ...marketsOf(events)])].sort(),
    events,
    withdrawn: row.withdrawnAt !== null,
    issues: (JSON.parse(row.issues) as IssueCells[]).map(
      ([kid, issuedAt, keyRevokedFrom, keyRevokedAt]) => {
        return { kid, issuedAt, keyRevokedFrom, keyRevokedAt }
      },
    ),
  }
}
