import { type Row, readRecord } from '../../../db/queries/records.ts'
import type { Target } from '../../domain/access/permissions.ts'
import type { Part, Resource } from '../../resources/resource.ts'
import type { Reading } from '../context.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** What a part belongs to; the caller has opened it. */
export type Whole = { readonly id: string; readonly target: Target }

/** One there is: by its id, and its whole where it is a part. */
export type Named = { readonly id: string; readonly whole?: Whole }

/** One the actor may read or write; `not_found` for what is not there or not theirs to know of. */
export async function openRecord(
  ctx: Reading,
  described: Resource | Part,
  asked: Named & { readonly to: 'read' | 'write' },
): Promise<Row> {
  const { id, whole, to } = asked
  const may = described.may[to]
  requireAny(ctx, may)
  const row = await readRecord(ctx.db, described.table, id)
  const isElsewhere = 'of' in described && row?.[described.of] !== whole?.id
  if (row === null || isElsewhere) throw notFound(described.noun)
  requirePermission(ctx, may, targetOfRecord(described, { row, whole }))
  return row
}

/** What the permission table is asked of: the thing itself, or the whole that it is part of. */
export function targetOfRecord(
  described: Resource | Part,
  { row, whole }: { readonly row: Row; readonly whole: Whole | undefined },
): Target | null {
  if ('target' in described) return described.target(row)
  if (whole === undefined) throw new Error(`${described.entity}: a part without its whole`)
  return whole.target
}
