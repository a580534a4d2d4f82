import {
  type DiaryEntryDetail,
  type DiaryNarrowing,
  type DiaryPosition,
  listDiaryEntries,
} from '../../../db/queries/diary-entries.ts'
import { readSite } from '../../../db/queries/sites-rows.ts'
import { DIARY_REFUSALS } from '../../copy/refusals/diary.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Asking, Reading } from '../context.ts'
import { decodeCursor, invalidCursor, pageOf } from '../documents/list-cursor.ts'
import type { Page, PageAsked } from '../documents/list-page.ts'
import { boundsOf, mayDo } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'

/** The entries of a diary as they stand or were taken back, by the day of the work, the latest first. */
export async function readDiary(
  ctx: Reading,
  asked: PageAsked & {
    readonly siteId: string | null
    readonly organisationId: string | null
    readonly narrow?: DiaryNarrowing
  },
): Promise<Page<DiaryEntryDetail>> {
  const of = await diaryOf(ctx, asked)
  if (of === null) throw invalidField('site', DIARY_REFUSALS.whose)
  const { narrow = {}, cursor, limit } = asked
  const after = cursor === null ? null : positionOf(cursor)
  const rows = await listDiaryEntries(ctx.db, { of, narrow, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: ({ occurredOn, id }) => [occurredOn, id] })
}

/** True where it is known whose diary is asked for: who sees many organisations names one, or a place. */
export function isDiaryNamed(
  ctx: Asking,
  { siteId, organisationId }: Pick<Asked, 'siteId' | 'organisationId'>,
): boolean {
  const bounds = boundsOf(ctx, 'diary.read')
  if (siteId !== null || bounds?.kind === 'organisation') return true
  return bounds === null && organisationId !== null
}

type Asked = Parameters<typeof readDiary>[1]

/** Whose entries: of one place, else of an organisation's places; null where nothing says whose. */
async function diaryOf(
  ctx: Reading,
  { siteId, organisationId }: Asked,
): Promise<{ readonly siteId: string } | { readonly organisationId: string } | null> {
  const bounds = boundsOf(ctx, 'diary.read')
  if (siteId !== null) {
    const site = await readSite(ctx.db, siteId)
    if (site !== null && mayDo(ctx.actor, 'diary.read', targetOf(site))) return { siteId }
    throw notFound(THINGS.site)
  }
  if (bounds?.kind === 'organisation') return { organisationId: bounds.organisationId }
  return bounds === null && organisationId !== null ? { organisationId } : null
}

function positionOf(cursor: string): DiaryPosition {
  const [day = '', id = ''] = decodeCursor(cursor, 2)
  const occurredOn = toCalendarDate(day)
  if (occurredOn === null) throw invalidCursor()
  return { occurredOn, id }
}
