import type { DiaryEntryDetail } from '../../../db/queries/diary-entries.ts'
import { type EntryStory, readEntryStory } from '../../../db/queries/diary-entry-page.ts'
import { type EntryHousehold, readEntryHouseholds } from '../../../db/queries/diary-households.ts'
import { type EntryPhoto, readEntryPhotos } from '../../../db/queries/diary-photos.ts'
import { readSite, type SiteRow } from '../../../db/queries/sites-rows.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { loadEntry } from './load-entry.ts'

/** An entry with all that hangs on it, as far as the actor may see it. */
export type OpenedEntry = {
  readonly entry: DiaryEntryDetail
  readonly site: SiteRow | null
  readonly households: readonly EntryHousehold[]
  readonly photos: readonly EntryPhoto[]
  readonly story: EntryStory
  readonly mayWrite: boolean
  /** Who checks diaries also sees what was found, and where photos were taken. */
  readonly mayVerify: boolean
}

export async function openEntry(ctx: Reading, id: string): Promise<OpenedEntry> {
  const entry = await loadEntry(ctx, id, 'diary.read')
  const [site, households, photos, story] = await Promise.all([
    readSite(ctx.db, entry.siteId),
    readEntryHouseholds(ctx.db, id),
    readEntryPhotos(ctx.db, id),
    readEntryStory(ctx.db, id),
  ])
  const target = targetOf(entry)
  const mayVerify = mayDo(ctx.actor, 'diary.verify', target)
  return {
    ...{ entry, site, households, photos },
    story: mayVerify ? story : { ...story, signals: [] },
    mayWrite: mayDo(ctx.actor, 'diary.write', target),
    mayVerify,
  }
}
