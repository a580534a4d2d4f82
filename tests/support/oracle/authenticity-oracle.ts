import type { RunFacts } from '../../../worker/domain/standing/types.ts'

export type OracleIssued =
  | { readonly authenticity: 'unknown'; readonly reason: 'serial_not_issued' | 'key_revoked' }
  | {
      readonly authenticity: 'genuine'
      /** Every run that holds the label. */
      readonly runIds: readonly string[]
      readonly keyRevokedFrom: number | null
      readonly keyRevokedAt: number | null
    }

/**
 * Steps 6 to 8 of "authenticity": "serial in no run of that batch, KID and profile: unknown /
 * serial_not_issued · key revoked and run at or after revokedFrom: unknown / key_revoked · genuine", where
 * "the earliest run decides whether a revoked key signed in time".
 */
export function issuedOracle(
  label: { kid: string; profile: string; serial: number },
  runs: readonly RunFacts[],
): OracleIssued {
  const holding = runs.filter(
    (run) =>
      run.kid === label.kid &&
      run.profile === label.profile &&
      run.fromSerial <= label.serial &&
      label.serial <= run.toSerial,
  )
  const earliest = [...holding].sort((a, b) => a.createdAt - b.createdAt)[0]
  if (earliest === undefined) return { authenticity: 'unknown', reason: 'serial_not_issued' }
  const { keyRevokedFrom, keyRevokedAt } = earliest
  if (keyRevokedFrom !== null && earliest.createdAt >= keyRevokedFrom) {
    return { authenticity: 'unknown', reason: 'key_revoked' }
  }
  const runIds = holding.map((run) => run.id)
  return { authenticity: 'genuine', runIds, keyRevokedFrom, keyRevokedAt }
}
