import type { ImportRunDetail } from '../../../db/queries/import-runs.ts'
import { type JobRow, readJobOf } from '../../../db/queries/jobs.ts'
import type { DatedLookup } from '../context.ts'
import { IMPORT_ROWS } from './background/import-rows.ts'
import { IMPORT_UNDO } from './background/import-undo.ts'

/** A writer without a job that is not heard of for this long is taken for stopped. */
const SILENT_MS = 60_000

/** Who works on an import now, if anybody. */
export type ImportStanding =
  /** Nothing is to be done. */
  | { readonly kind: 'rests' }
  /** A job works on it or is about to; of a command line at work there is none. */
  | { readonly kind: 'works'; readonly job: JobRow | null }
  /** It ended before its end and waits for somebody; without a job its writer was cut off. */
  | { readonly kind: 'stopped'; readonly job: JobRow | null }

type Run = Pick<ImportRunDetail, 'id' | 'state' | 'seenAt'>

export async function loadStanding(ctx: DatedLookup, run: Run): Promise<ImportStanding> {
  const kind = run.state === 'undoing' ? IMPORT_UNDO : IMPORT_ROWS
  const job = await readJobOf(ctx.db, { subjectId: run.id, kinds: [kind.name] })
  return standingOf({ run, job, now: ctx.now() })
}

export function standingOf(input: {
  readonly run: Run
  readonly job: JobRow | null
  readonly now: number
}): ImportStanding {
  const { run, job, now } = input
  switch (run.state) {
    case 'running':
    case 'undoing':
      if (job?.state === 'open') return { kind: 'works', job }
      return isHeardOf(run, now) && job === null
        ? { kind: 'works', job: null }
        : { kind: 'stopped', job }
    case 'failed':
    case 'cancelled':
      return { kind: 'stopped', job }
    case 'done':
    case 'undone':
    case null:
      return { kind: 'rests' }
  }
}

/** True while somebody writes under an import without a job: the command line, at one go. */
export function isHeardOf(run: Pick<Run, 'seenAt'>, now: number): boolean {
  return now - run.seenAt <= SILENT_MS
}
