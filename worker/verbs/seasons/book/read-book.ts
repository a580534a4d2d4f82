import {
  type BookAsked,
  type BookEntry,
  readBookEntries,
  readBookKinds,
  readCodesOfSite,
} from '../../../../db/queries/season-book.ts'
import { DIARY_KINDS, type DiaryKind } from '../../../copy/diary.ts'
import { mayHold } from '../../../domain/seasons/season-of.ts'
import { foldVietnamese } from '../../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../../context.ts'
import { type OpenedSeason, openSeason } from '../open-season.ts'

/** Entries of a kind that a book holds, at most: a sheet of a workbook has no more rows either. */
export const MOST_OF_KIND = 5_000
const PAGE = 200

/** In the order an auditor goes through a book; kinds that are not here come after. */
const ORDER: readonly DiaryKind[] = [
  ...(['site_assessment', 'planting', 'input_purchase', 'composting', 'fertiliser'] as const),
  ...(['plant_protection', 'pest_monitoring', 'irrigation', 'feed', 'veterinary'] as const),
  ...(['pond_treatment', 'harvest', 'processing', 'packing', 'treatment'] as const),
  ...(['storage', 'transport', 'purchase', 'equipment', 'waste', 'training'] as const),
  ...(['self_check', 'incident', 'other'] as const),
]

export type SeasonBook = {
  readonly season: OpenedSeason['row']
  readonly codes: readonly string[]
  readonly kinds: readonly DiaryKind[]
  /** Entries of a kind, a page at a time. */
  readonly entriesOf: (kind: DiaryKind) => AsyncGenerator<readonly BookEntry[]>
}

/** The diary of a season that the actor may read, to be written out. */
export async function readBook(ctx: VerbContext, seasonId: string): Promise<SeasonBook> {
  const { row } = await openSeason(ctx, seasonId)
  const today = vietnamDateOf(ctx.now())
  const asked = { season: row, toOn: row.endedOn ?? today }
  const [codes, found] = await Promise.all([
    readCodesOfSite(ctx.db, row.siteId),
    readBookKinds(ctx.db, asked),
  ])
  const there = new Set(found)
  const rest = (Object.keys(DIARY_KINDS) as DiaryKind[]).filter((kind) => !ORDER.includes(kind))
  return {
    ...{ season: row, codes },
    kinds: [...ORDER, ...rest].filter((kind) => there.has(kind)),
    entriesOf: (kind) => pagesOf(ctx, { ...asked, season: row, kind }),
  }
}

async function* pagesOf(
  ctx: VerbContext,
  asked: BookAsked & { readonly season: OpenedSeason['row']; readonly kind: DiaryKind },
): AsyncGenerator<readonly BookEntry[]> {
  let after: { occurredOn: string; id: string } | null = null
  let given = 0
  while (given < MOST_OF_KIND) {
    await ctx.giveWay()
    const page: BookEntry[] = await readBookEntries(ctx.db, { ...asked, after, limit: PAGE })
    const own = page.filter((entry) => isOf(asked.season, entry))
    given += own.length
    if (own.length > 0) yield own
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = { occurredOn: last.occurredOn, id: last.id }
  }
}

/** Of this season by its own word, or by its day, land and crop. */
function isOf(season: OpenedSeason['row'], entry: BookEntry): boolean {
  const { siteId, occurredOn, households, details, seasonId } = entry
  if (seasonId !== null) return seasonId === season.id
  const folded = (name: string) => {
    const value = details[name]
    return typeof value === 'string' && value !== '' ? foldVietnamese(value) : null
  }
  const work = { siteId, occurredOn, cropFolded: folded('crop'), plotFolded: folded('plot') }
  const ids = households.length === 0 ? [null] : households.map(({ id }) => id)
  return ids.some((householdId) => mayHold({ ...work, householdId }, season))
}
