import { insertScans, type ScanRow } from '../../db/queries/scans.ts'
import type { Deps } from '../http/app-env.ts'

type QueueBatch = {
  readonly messages: readonly { readonly body: readonly ScanRow[] }[]
  readonly retryAll: () => void
}

/** Stores the scans of a queue batch; all are retried when the database does not take them. */
export async function consumeScans(input: {
  batch: QueueBatch
  deps: Pick<Deps, 'db'>
}): Promise<void> {
  try {
    await insertScans(
      input.deps.db(),
      input.batch.messages.flatMap((message) => message.body),
    )
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', code: 'scans_not_stored', name: nameOf(error) }))
    input.batch.retryAll()
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
