import {
  type LabelCheckItem,
  type LabelRound,
  listLabelRounds,
  readLabelRound,
} from '../../../db/queries/label-checks.ts'
import { LABEL_CHECKS_COPY as W } from '../../copy/portal/label-checks.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { boundsOf, mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

export type { LabelCheckItem, LabelRound }

/** Rounds of inspectors of the actor's place, newest first. */
export async function readLabelRounds(
  ctx: Reading,
  asked: { readonly cursor: string | null; readonly limit: number },
): Promise<{ readonly rows: readonly LabelRound[]; readonly nextCursor: string | null }> {
  const { cursor, limit } = asked
  const bounds = boundsOf(ctx, 'labels.inspect')
  const [recordedAt = '', recordId = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { recordedAt: wholeKey(recordedAt), recordId }
  const rows = await listLabelRounds(ctx.db, { bounds, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: (row) => [String(row.recordedAt), row.recordId] })
}

/** One round with its checks; any of another place is simply not there. */
export async function showLabelRound(
  ctx: Reading,
  recordId: string,
): Promise<{ readonly first: LabelCheckItem; readonly checks: readonly LabelCheckItem[] }> {
  requireAny(ctx, 'labels.inspect')
  const checks = await readLabelRound(ctx.db, recordId)
  const [first] = checks
  if (first === undefined) throw notFound(W.noun)
  const { organisationId, provinceCode, communeCode } = first
  const target = { organisationId, place: { provinceCode, communeCode } }
  if (!mayDo(ctx.actor, 'labels.inspect', target)) throw notFound(W.noun)
  return { first, checks }
}
