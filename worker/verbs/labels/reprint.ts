import type { ExceptionRow } from '../../../db/queries/exceptions.ts'
import { fillAll } from '../../copy/fill.ts'
import { LABEL_REFUSALS } from '../../copy/refusals/labels.ts'
import { labelPin } from '../../domain/label/label-pin.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { conflict } from '../guard/refusals.ts'
import { loadPinKey } from '../keys/load-pin-key.ts'
import { loadSigningKey } from '../keys/load-signing-key.ts'
import { exceptionsOfRun } from './exceptions-of-run.ts'
import {
  type LabelSlice,
  labelStream,
  type SerialRange,
  type StreamedLabel,
  withPins,
} from './label-stream.ts'
import { loadRun } from './load-run.ts'
import { rangeOf } from './range-of.ts'
import { type RunShape, shapeOfRun } from './shape-of-run.ts'

/** Labels left out of a reprint, and why. */
export type SkippedRange = SerialRange & { readonly kind: string }

/** Labels of a run, ready to be made, and all that a sheet prints beside them. */
export type Reprint = Omit<RunShape, 'subjectOf'> & {
  readonly range: SerialRange
  readonly skipped: readonly SkippedRange[]
  /** How many labels `labels()` gives, copies counted. */
  readonly total: number
  /** Makes the labels, or those of a slice; anew each time. */
  readonly labels: (slice?: LabelSlice) => AsyncGenerator<readonly StreamedLabel[]>
}

/** Kinds of exception whose labels must not be made a second time. */
const NOT_AGAIN: ReadonlySet<string> = new Set(['void', 'lost', 'stolen', 'recalled'])

/**
 * Makes labels of a run, or part of it, byte for byte as they were made first: from the run row,
 * its sealed batch and its own key, which may be retired but not revoked. Voided, lost, stolen and
 * recalled labels are left out and named; nothing at all is made for an annulled or recalled batch.
 */
export async function reprint({
  ctx,
  input,
}: Call<{
  runId: string
  from?: number | undefined
  to?: number | undefined
  copies?: number | undefined
}>): Promise<Reprint> {
  requireAny(ctx, 'labels.issue')
  const { run, batch } = await loadRun(ctx, input.runId, 'labels.issue')
  const range = rangeOf(run, input)
  const exceptions = (await exceptionsOfRun(ctx.db, run)).filter((row) => NOT_AGAIN.has(row.kind))
  if (exceptions.some((row) => row.runId === null)) throw wholeBatchStopped(batch.ref)
  const skipped = skippedIn(range, exceptions)
  const ranges = without(range, skipped)
  if (ranges.length === 0) throw conflict(LABEL_REFUSALS.nothingLeft)
  const key = await loadSigningKey({ ctx, input: { purpose: 'reprint', kid: run.kid } })
  const [shape, pinKey] = await Promise.all([
    shapeOfRun(ctx, { run, batch }),
    run.hasPin ? loadPinKey(ctx, run.kid) : null,
  ])
  if (shape === null) throw new Error('a sealed batch without a packing day')
  const { subjectOf, ...drawn } = shape
  const copies = input.copies ?? run.copies
  return {
    ...drawn,
    range,
    skipped,
    total: copies * ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    labels: (slice) => {
      const { labelOrigin } = ctx
      const plain = labelStream({ labelOrigin, ...key, subjectOf, ranges, copies, slice })
      if (pinKey === null) return plain
      const of = { kid: run.kid, profile: run.profile, ref: batch.ref }
      return withPins(plain, (serial) => labelPin(pinKey, { ...of, serial }))
    },
  }
}

function skippedIn(range: SerialRange, rows: readonly ExceptionRow[]): SkippedRange[] {
  return rows
    .map((row) => ({
      from: Math.max(range.from, row.fromSerial ?? range.from),
      to: Math.min(range.to, row.toSerial ?? range.to),
      kind: row.kind,
    }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

/** What is left of a range when others, in ascending order, are taken out. */
function without(range: SerialRange, taken: readonly SerialRange[]): SerialRange[] {
  const left: SerialRange[] = []
  let from = range.from
  for (const { from: takenFrom, to } of taken) {
    if (from < takenFrom) left.push({ from, to: takenFrom - 1 })
    from = Math.max(from, to + 1)
  }
  if (from <= range.to) left.push({ from, to: range.to })
  return left
}

function wholeBatchStopped(ref: string) {
  return conflict(fillAll(LABEL_REFUSALS.batchStopped, { ref }))
}
