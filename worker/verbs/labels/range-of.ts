import type { RunRow } from '../../../db/queries/runs.ts'
import { invalidInput } from '../guard/parse-input.ts'
import type { SerialRange } from './label-stream.ts'

/** The asked part of a run, or all of it; refused where it leaves the run. */
export function rangeOf(
  run: Pick<RunRow, 'fromSerial' | 'toSerial'>,
  asked: { from?: number | undefined; to?: number | undefined },
): SerialRange {
  const from = asked.from ?? run.fromSerial
  const to = asked.to ?? run.toSerial
  if (from >= run.fromSerial && from <= to && to <= run.toSerial) return { from, to }
  const message = `Đợt in này có tem số ${run.fromSerial} đến ${run.toSerial}.`
  throw invalidInput([{ path: asked.from === undefined ? 'to' : 'from', message }])
}
