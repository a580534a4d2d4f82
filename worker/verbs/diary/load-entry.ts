import { type DiaryEntryDetail, readDiaryEntry } from '../../../db/queries/diary-entries.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { opener } from '../guard/opener.ts'

const open = opener({ read: readDiaryEntry, target: targetOf, noun: THINGS.diaryEntry })

/** An entry of a diary, to do something to it; one that the actor may not do it to is simply not there. */
export async function loadEntry(
  ctx: Reading,
  id: string,
  to: Permission,
): Promise<DiaryEntryDetail> {
  return (await open(ctx, id, to)).row
}
