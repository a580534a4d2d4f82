import type { ScanRow } from '../../db/queries/scans.ts'
import type { Deps } from '../http/app-env.ts'
import { faultForLog } from '../http/fault-for-log.ts'
import { storeScans } from '../verbs/scan/store-scans.ts'

type QueueBatch = {
  readonly messages: readonly { readonly body: readonly ScanRow[] }[]
  readonly retryAll: () => void
}

/** Stores the scans of a queue batch; all are retried when the database does not take them. */
export async function consumeScans(input: {
  batch: QueueBatch
  deps: Pick<Deps, 'db' | 'now'>
}): Promise<void> {
  try {
    await storeScans(
      input.deps.db(),
      input.batch.messages.flatMap((message) => message.body),
      input.deps.now(),
    )
  } catch (error) {
    const { name } = faultForLog(error)
    console.error(JSON.stringify({ level: 'error', code: 'scans_not_stored', name }))
    input.batch.retryAll()
  }
}
