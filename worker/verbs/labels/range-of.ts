import type { RunRow } from '../../../db/queries/runs.ts'
import { fillAll } from '../../copy/fill.ts'
import { LABEL_REFUSALS } from '../../copy/refusals/labels.ts'
import { invalidField } from '../guard/parse-input.ts'
import type { SerialRange } from './label-stream.ts'

/** The asked part of a run, or all of it; refused where it leaves the run. */
export function rangeOf(
  run: Pick<RunRow, 'fromSerial' | 'toSerial'>,
  asked: { from?: number | undefined; to?: number | undefined },
): SerialRange {
  const from = asked.from ?? run.fromSerial
  const to = asked.to ?? run.toSerial
  if (from >= run.fromSerial && from <= to && to <= run.toSerial) return { from, to }
  const text = fillAll(LABEL_REFUSALS.outsideRun, { from: run.fromSerial, to: run.toSerial })
  throw invalidField(asked.from === undefined ? 'to' : 'from', text)
}
