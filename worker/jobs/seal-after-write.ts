import type { Deps } from '../http/app-env.ts'
import { logFailure } from '../http/error-answer.ts'
import { sealAudit } from '../verbs/audit/seal-audit.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])
/**
 * What tells the log nothing: scanners ask to verify as often as pages are opened, and of photos the
 * record that shows them is told.
 */
const UNTOLD = /^\/api\/v1\/(?:verify|outbox\/photos\/[^/]+)\/?$/
/** A request writes few rows; what an interrupted import left is taken in portions. */
const MAX_ROWS = 2_000

/**
 * Seals the audit rows of a request that wrote something, after its answer. A seal that could not be
 * written is written after the next change: no row is lost by it.
 */
export function sealAfterWrite(
  deps: Pick<Deps, 'db' | 'waitUntil'>,
  input: { method: string; path: string; status: number; requestId: string },
): void {
  const { method, path, status, requestId } = input
  if (READS.has(method) || status >= 400 || UNTOLD.test(path)) return
  const sealing = sealAudit(deps.db(), MAX_ROWS).catch((error: unknown) =>
    logFailure(requestId, 'audit_not_sealed', error),
  )
  deps.waitUntil(sealing)
}
