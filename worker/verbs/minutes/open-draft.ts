import { listOpenFindingsOf } from '../../../db/queries/inspections.ts'
import { type MinutesDraftRow, readMinutesDraft } from '../../../db/queries/minutes-drafts.ts'
import { MINUTES_COPY as W } from '../../copy/portal/minutes.ts'
import { MINUTES_BOUNDS } from '../../domain/inspections/kinds.ts'
import { type PageReading, readPage } from '../../domain/inspections/read-page.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'
import { type FoundForm, findForm } from '../inspections/find-form.ts'
import { findSite, type InspectedSite } from '../inspections/find-site.ts'

type Waiting = Awaited<ReturnType<typeof listOpenFindingsOf>>[number]

export type OpenedDraft = {
  readonly row: MinutesDraftRow
  readonly site: InspectedSite
  readonly form: FoundForm
  /** What was found at the place before and is not put right. */
  readonly waiting: readonly Waiting[]
}

/** A draft of the actor's own, by the form it was begun with; anybody else's is simply not there. */
export async function openDraft(ctx: VerbContext, id: string): Promise<OpenedDraft> {
  requireAny(ctx, 'inspections.write')
  const row = await readMinutesDraft(ctx.db, id)
  if (row === null || row.account !== actorText(ctx.actor)) throw notFound(W.draftNoun)
  const [site, form, waiting] = await Promise.all([
    // Of a place that is no longer theirs to inspect nothing can come.
    findSite(ctx, { siteId: row.siteId, code: null }),
    findForm(ctx, { versionId: row.formVersionId, rules: row.rules }),
    listOpenFindingsOf(ctx.db, { siteIds: [row.siteId], limit: MINUTES_BOUNDS.followUps }),
  ])
  return { row, site, form, waiting }
}

/** What a draft says, read as it will be when it is finished. */
export function readDraft(
  { now }: Pick<VerbContext, 'now'>,
  { row, form, waiting }: OpenedDraft,
): PageReading {
  const { kind, texts, photos } = row
  return readPage(form.compiled, {
    ...{ kind, texts, photos, today: vietnamDateOf(now()) },
    waiting: waiting.map(({ id }) => id),
  })
}
