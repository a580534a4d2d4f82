import { listPatterns, type PatternItem, readPattern } from '../../../db/queries/patterns.ts'
import { PATTERNS_COPY as W } from '../../copy/portal/patterns.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import type { PatternKind, PatternState } from '../../domain/patterns/kinds.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { boundsOf, mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** Patterns of the actor's place, those that changed last first. */
export async function readPatterns(
  ctx: Reading,
  asked: {
    readonly state: PatternState
    readonly kind: PatternKind | null
    readonly cursor: string | null
    readonly limit: number
  },
): Promise<{ readonly rows: readonly PatternItem[]; readonly nextCursor: string | null }> {
  const { cursor, limit, ...filter } = asked
  const bounds = boundsOf(ctx, 'patterns.read')
  const [changedAt = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { changedAt: wholeKey(changedAt), id }
  const rows = await listPatterns(ctx.db, { ...filter, bounds, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: (row) => [String(row.changedAt), row.id] })
}

export type OpenedPattern = { readonly row: PatternItem; readonly target: Target }

/** One the actor may do it to; any other is simply not there. */
export async function openPattern(
  ctx: Reading,
  id: string,
  to: Permission,
): Promise<OpenedPattern> {
  requireAny(ctx, to)
  const row = await readPattern(ctx.db, id)
  const target = row === null ? null : targetOfPattern(row)
  if (row === null || target === null || !mayDo(ctx.actor, to, target)) throw notFound(W.noun)
  return { row, target }
}

/** A pattern is of its place, and nobody's. */
function targetOfPattern({
  provinceCode,
  communeCode,
}: Pick<PatternItem, 'provinceCode' | 'communeCode'>): Target {
  return { organisationId: null, place: { provinceCode, communeCode } }
}
