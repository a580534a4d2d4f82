import * as z from 'zod'
import { insertUpload } from '../../../../db/queries/bulk-decisions.ts'
import { sha256Hex } from '../../../lib/files/sha256-hex.ts'
import { mendText } from '../../../lib/text/sound-text.ts'
import { change } from '../../change.ts'
import { actorText, type FileCall, type VerbContext } from '../../context.ts'
import { ownTarget, requireAny } from '../../guard/authorise.ts'
import { parseInput } from '../../guard/parse-input.ts'
import {
  decidedMarketField,
  decidedOnField,
  reasonCodeField,
  statusField,
} from '../code-status-input.ts'
import { optionalLineField } from '../grant-input.ts'
import { pairKey } from '../register-model.ts'
import { type AskedList, BULK_KIND, type StoredList } from './bulk-list.ts'
import { loadBulkState } from './load-bulk-state.ts'
import { planDecisions } from './plan-decisions.ts'
import { type ListedDecision, readDecisionList } from './read-decision-list.ts'

const blank = (text: string) => (text.trim() === '' ? null : text)

const commonFields = z.object({
  market: z.string().transform(blank).pipe(decidedMarketField.nullable()),
  status: z.string().transform(blank).pipe(statusField.nullable()),
  effectiveOn: z.string().transform(blank).pipe(decidedOnField.nullable()),
  reasonCode: z.string().transform(blank).pipe(reasonCodeField.nullable()),
  reason: optionalLineField(500),
  documentNo: optionalLineField(100),
})

export type BulkInput = {
  /** What stands for rows that leave it out, as typed. */
  readonly common: z.input<typeof commonFields>
  readonly source: Parameters<typeof readDecisionList>[0]['source']
}

/**
 * Reads a list of decisions and keeps it, with what was the last decision on each code, so that it
 * can be looked at and confirmed. Nothing is recorded. Gives the id under which it is kept.
 */
export async function previewDecisions(
  args: FileCall<BulkInput>,
): Promise<{ readonly id: string }> {
  const { ctx, files, input } = args
  requireAny(ctx, 'codes.decide')
  const common = parseInput(commonFields, input.common)
  const read = (convertText: boolean) =>
    readDecisionList({ source: input.source, common, giveWay: ctx.giveWay, convertText })
  const { asked, oldText, isConverted } = await read(false)
  const id = ctx.newId()
  const list: StoredList = {
    ...(await seenNow(ctx, { id, asked })),
    ...(oldText === null ? {} : { oldText }),
    ...(oldText === null || isConverted
      ? {}
      : { converted: await seenNow(ctx, { id, asked: (await read(true)).asked }) }),
  }
  const bytes = new TextEncoder().encode(JSON.stringify(list))
  const storeKey = `uploads/${id}`
  await files.put(storeKey, bytes)
  const { source } = input
  const fileName =
    source.kind === 'file' ? mendText(source.fileName).slice(-200).toWellFormed() : ''
  const sha256 = await sha256Hex(bytes)
  await change(ctx, {
    may: 'codes.decide',
    target: ownTarget(ctx),
    statements: [
      insertUpload(ctx.db, {
        ...{ id, kind: BULK_KIND, fileName, bytes: bytes.byteLength, sha256, storeKey },
        userId: actorText(ctx.actor),
        organisationId: ctx.actor.kind === 'user' ? ctx.actor.organisationId : null,
        createdAt: ctx.now(),
      }),
    ],
    // Nothing is decided yet.
    audit: [],
  })
  return { id }
}

/** What a list asks for, with the last decision on each of its codes as of now. */
async function seenNow(
  ctx: VerbContext,
  { id, asked }: { readonly id: string; readonly asked: readonly ListedDecision[] },
): Promise<AskedList> {
  const state = await loadBulkState(ctx, { importId: id, asked, seen: null })
  const seen = planDecisions(state, asked).flatMap(({ target, asked: { market }, lastEventId }) =>
    target === null || market === null ? [] : [[pairKey(target.codeId, market), lastEventId]],
  )
  return { asked, seen: Object.fromEntries(seen) }
}
