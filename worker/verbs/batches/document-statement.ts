import type { Database } from '../../../db/client.ts'
import { upsertDocument } from '../../../db/queries/batch-documents.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { BatchDocument } from '../../domain/standing/batch-document.ts'

/** The statement that stores a document, to stand in the same atomic batch as its sources. */
export function documentStatement(
  db: Database,
  input: { document: BatchDocument; now: number },
): Statement {
  const { document, now } = input
  return upsertDocument(db, {
    ref: document.provenance.ref,
    batchId: document.batchId,
    document: JSON.stringify(document),
    updatedAt: now,
  })
}
