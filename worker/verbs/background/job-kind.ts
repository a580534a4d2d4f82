import type * as z from 'zod'
import type { Database } from '../../../db/client.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { FileStore } from '../../platform/file-store.ts'
import type { PictureMaker } from '../../platform/pictures/picture-maker.ts'
import type { VerbContext } from '../context.ts'

/**
 * A kind of work that outlives its request. To add one: describe it in a file of its own with
 * `jobKind` and name it in the table of kinds (worker/jobs/job-kinds.ts). `C` is where its slices go
 * on, `R` what came of it; both are kept as JSON.
 */
export type JobKind<I, C, R> = {
  readonly name: string
  readonly input: z.ZodType<I>
  readonly cursor: z.ZodType<C>
  /** False where half of the work must not be left as it is. */
  readonly canBeCancelled: boolean
  readonly run: (job: OpenJob<I, C>) => JobSlices<C, R>
  /** Written in the same atomic batch where it is given up or cancelled. */
  readonly whenStopped?: (stopped: StoppedJob) => readonly Statement[]
}

/**
 * The work as slices, one at a time. Each is stored with what it writes in one atomic batch, then the
 * next is asked for; a batch that the database refuses is thrown back in at the `yield`, where a kind
 * that knows better may catch it and give a smaller slice. What is thrown out ends the attempt:
 * a `Problem` for good, anything else (and a `Problem` that says when to try again) to be retried.
 * Between slices the work may be ended (cancelled, out of time, lease lost) and later begun anew, in
 * another process, with the cursor of the last slice stored.
 */
export type JobSlices<C, R> = AsyncGenerator<JobSlice<C>, JobEnd<R>, void>

export type JobSlice<C> = {
  /** None where nothing is to be written but how far the work is. */
  readonly statements: readonly Statement[]
  readonly cursor: C
  readonly done: number
  /** Null while it is not known. */
  readonly total: number | null
}

export type JobEnd<R> = {
  readonly result: R
  /** The last of what it writes, in the batch that ends the job. */
  readonly statements?: readonly Statement[]
}

/** A job that a runner holds the lease of. */
export type OpenJob<I, C> = {
  /**
   * Acts as who asked for the job, with what they may do now. Its `giveWay` is to be awaited in every
   * loop that computes: it also keeps the lease alive, and throws where the job is cancelled or lost;
   * let that pass.
   */
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly pictures: PictureMaker
  readonly subjectId: string
  readonly input: I
  /** Of the last slice stored; null where there is none yet. */
  readonly cursor: C | null
  /** Tells how far the work is where no slice does; shown with the next sign of life. */
  readonly tell: (progress: { readonly done: number; readonly total: number | null }) => void
}

export type StoppedJob = {
  readonly db: Database
  readonly subjectId: string
  readonly state: 'failed' | 'cancelled'
}

/** A kind whose types are known to itself alone, as the table of kinds holds it. */
export type AnyJobKind = JobKind<unknown, unknown, unknown>

/** Declares a kind; its types are inferred. */
export function jobKind<I, C, R>(kind: JobKind<I, C, R>): JobKind<I, C, R> {
  return kind
}

/**
 * Forgets the types of a kind. Sound because a runner hands `run` only what the kind's own `input`
 * and `cursor` schemas have parsed.
 */
export function anyKind<I, C, R>(kind: JobKind<I, C, R>): AnyJobKind {
  return kind as unknown as AnyJobKind
}

/** What came of a finished job. Sound because only the kind's own `run` gives it. */
export function resultOf<I, C, R>(
  _kind: JobKind<I, C, R>,
  job: { readonly result: unknown },
): R | null {
  return job.result as R | null
}
