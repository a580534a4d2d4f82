import type { ImportRunDetail } from '../../../../db/queries/import-runs.ts'

/** A writer not heard of for this long is taken for stopped. */
const SILENT_MS = 60_000

/** True where an import, or the taking back of one, waits for somebody to let it go on. */
export function isCutOff(run: Pick<ImportRunDetail, 'state' | 'seenAt'>, now: number): boolean {
  if (run.state === 'failed') return true
  const works = run.state === 'running' || run.state === 'undoing'
  return works && now - run.seenAt > SILENT_MS
}
