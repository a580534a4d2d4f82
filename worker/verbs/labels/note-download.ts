import { insertDownload, listDownloads } from '../../../db/queries/label-downloads.ts'
import { targetOfBatch } from '../batches/load-batch.ts'
import { change } from '../change.ts'
import { actorText, type Lookup, type VerbContext } from '../context.ts'
import type { LabelFormat } from './label-file.ts'
import type { Reprint } from './reprint.ts'

const MOST_SHOWN = 50

/**
 * Notes that somebody takes labels of a run away as a file, before the first of them is made: a label
 * that nobody knows was printed is worth more to a forger than one that fails to print is to its owner.
 */
export async function noteDownload(
  ctx: VerbContext,
  taken: {
    readonly made: Pick<Reprint, 'run' | 'batch' | 'range' | 'total'>
    readonly format: LabelFormat
    /** The stock it is laid out for; null for files without one. */
    readonly stock: string | null
  },
): Promise<void> {
  const { made, format, stock } = taken
  const { run, batch, range, total } = made
  await change(ctx, {
    may: 'labels.issue',
    target: await targetOfBatch(ctx, { batch, to: 'labels.issue' }),
    statements: [
      insertDownload(ctx.db, {
        ...{ id: ctx.newId(), runId: run.id, at: ctx.now(), actor: actorText(ctx.actor) },
        ...{ format, stock, fromSerial: range.from, toSerial: range.to, labels: total },
      }),
    ],
    // The row is the record, and there is one for each file.
    audit: [],
  })
}

/** Who took labels of a run that the caller has opened, the latest first. */
export function downloadsOf({ db }: Lookup, runId: string) {
  return listDownloads(db, { runId, limit: MOST_SHOWN })
}

export type Download = Awaited<ReturnType<typeof downloadsOf>>[number]
