import type { DiaryEntryDetail } from '../../../db/queries/diary-entries.ts'
import { listHouseholdChoices } from '../../../db/queries/diary-entry-page.ts'
import { type EntryHousehold, readEntryHouseholds } from '../../../db/queries/diary-households.ts'
import { type EntryPhoto, readEntryPhotos } from '../../../db/queries/diary-photos.ts'
import { isDiaryKind } from '../../copy/diary.ts'
import { DIARY_FAULTS } from '../../copy/diary-faults.ts'
import type { EntryKind } from '../../domain/diary/entry-kinds/entry-kind.ts'
import type { Reading } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { loadEntry } from './load-entry.ts'

/** An entry about to be corrected. */
export type AmendForm = {
  readonly entry: DiaryEntryDetail
  readonly kind: EntryKind
  /** Those of the place, and those it names that have left the list since. */
  readonly households: readonly EntryHousehold[]
  readonly named: readonly EntryHousehold[]
  readonly photos: readonly EntryPhoto[]
}

export async function openAmendForm(ctx: Reading, id: string): Promise<AmendForm> {
  const entry = await loadEntry(ctx, id, 'diary.write')
  const { kind } = entry
  if (!isDiaryKind(kind)) throw invalidField('kind', DIARY_FAULTS.unknownKind)
  const [listed, named, photos] = await Promise.all([
    listHouseholdChoices(ctx.db, entry.siteId),
    readEntryHouseholds(ctx.db, entry.id),
    readEntryPhotos(ctx.db, entry.id),
  ])
  const gone = named.filter((one) => !listed.some((each) => each.id === one.id))
  return { entry, kind, households: [...listed, ...gone], named, photos }
}
