import type { OldTextFinding } from '../../../lib/sheet/old-text.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import type { VerbContext } from '../../context.ts'
import { requireAny } from '../../guard/authorise.ts'
import { loadBulkList } from './bulk-list.ts'
import { loadBulkState } from './load-bulk-state.ts'
import { type PlannedDecision, planDecisions } from './plan-decisions.ts'

export type BulkPreview = {
  readonly fileName: string
  readonly usedAt: number | null
  readonly decisions: readonly PlannedDecision[]
  /** Texts in an old encoding, whether they stand in Unicode here, and whether that can be chosen. */
  readonly oldText: OldTextFinding | null
  readonly isConverted: boolean
  readonly hasTextChoice: boolean
}

/** What a list would record if it were confirmed now; throws `not_found` for a list that is gone. */
export async function showPreview(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
}): Promise<BulkPreview> {
  const { ctx, files, id } = args
  requireAny(ctx, 'codes.decide')
  const { upload, list } = await loadBulkList(ctx, files, id)
  const state = await loadBulkState(ctx, { importId: id, asked: list.asked, seen: list.seen })
  return {
    fileName: upload.fileName,
    usedAt: upload.usedAt,
    decisions: planDecisions(state, list.asked),
    oldText: list.oldText,
    isConverted: list.isConverted,
    hasTextChoice: list.hasChoice && upload.usedAt === null,
  }
}
