import type { CertificateFactsRow } from '../../../db/queries/certificates.ts'
import type { CertificateFacts } from '../../domain/standing/certificate-standing.ts'
import { marketsOf } from '../../domain/standing/status-on.ts'
import type { CodeStatus, StatusEvent } from '../../domain/standing/types.ts'
import type { LocalText } from '../../domain/text.ts'

type Cell = string | number | null

/** The facts of a code from its row. Statuses are checked where they are written. */
export function toCertificateFacts(row: CertificateFactsRow): CertificateFacts {
  const events = (JSON.parse(row.events) as Cell[][]).map(toStatusEvent)
  const asked = JSON.parse(row.markets) as string[]
  return {
    code: row.code,
    markets: [...new Set([...asked, ...marketsOf(events)])].sort(),
    events,
    withdrawn: row.withdrawnAt !== null,
    issues: (JSON.parse(row.issues) as [string, number, number | null][]).map(
      ([kid, issuedAt, keyRevokedFrom]) => ({ kid, issuedAt, keyRevokedFrom }),
    ),
  }
}

function toStatusEvent(cells: readonly Cell[]): StatusEvent {
  return {
    id: String(cells[0]),
    market: String(cells[1]),
    status: String(cells[2]) as CodeStatus,
    effectiveOn: String(cells[3]),
    recordedAt: Number(cells[4]),
    reason: textOrNull(cells[5]),
    documentNo: textOrNull(cells[6]),
    text: typeof cells[7] === 'string' ? (JSON.parse(cells[7]) as LocalText | null) : null,
    amends: textOrNull(cells[8]),
  }
}

function textOrNull(cell: Cell | undefined): string | null {
  return cell == null ? null : String(cell)
}
