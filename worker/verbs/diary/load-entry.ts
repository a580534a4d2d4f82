import { type DiaryEntryDetail, readDiaryEntry } from '../../../db/queries/diary-entries.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** An entry of a diary, to do something to it; one that the actor may not do it to is simply not there. */
export async function loadEntry(
  ctx: Reading,
  id: string,
  to: Permission,
): Promise<DiaryEntryDetail> {
  requireAny(ctx, to)
  const entry = await readDiaryEntry(ctx.db, id)
  if (entry === null || !mayDo(ctx.actor, to, targetOf(entry))) throw notFound(THINGS.diaryEntry)
  return entry
}
