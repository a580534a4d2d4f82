import {
  listHouseholdChoices,
  listOwnSites,
  readLastEntered,
} from '../../../db/queries/diary-entry-page.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import { isDiaryKind } from '../../copy/diary.ts'
import { DIARY_FAULTS } from '../../copy/diary-faults.ts'
import type { EntryValues } from '../../domain/diary/entry-body.ts'
import type { EntryKind } from '../../domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS, entryKindsAt } from '../../domain/diary/entry-kinds/entry-kinds.ts'
import type { Reading } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'
import { openDiarySite } from '../sites/open-site.ts'

/** What the form of a new entry begins with. */
export type EntryForm = {
  readonly site: SiteRow
  readonly kind: EntryKind
  readonly households: Awaited<ReturnType<typeof listHouseholdChoices>>
  /** What was entered last, as far as it is worth offering again. */
  readonly last: EntryValues
}

export async function openEntryForm(
  ctx: Reading,
  asked: { readonly siteId: string; readonly kind: string },
): Promise<EntryForm> {
  const site = await openDiarySite(ctx, asked.siteId)
  const { kind } = asked
  if (!isDiaryKind(kind) || !entryKindsAt(site.kind).includes(kind)) {
    throw invalidField('kind', DIARY_FAULTS.unknownKind)
  }
  const [households, last] = await Promise.all([
    listHouseholdChoices(ctx.db, site.id),
    readLastEntered(ctx.db, { siteId: site.id, kind }),
  ])
  return { site, kind, households, last: rememberedOf(kind, last ?? {}) }
}

function rememberedOf(kind: EntryKind, last: EntryValues): EntryValues {
  const names: ReadonlySet<string> = new Set(
    ENTRY_KINDS[kind].fields.filter(({ remembered }) => remembered).map(({ name }) => name),
  )
  return Object.fromEntries(Object.entries(last).filter(([name]) => names.has(name)))
}

/** The places whose diary the actor may write: those of the organisation they work for. */
export async function listDiarySites(ctx: Reading) {
  requireAny(ctx, 'diary.write')
  const { actor } = ctx
  return actor.kind === 'user' ? listOwnSites(ctx.db, actor.organisationId) : []
}
