import { readSiteToInspect } from '../../../db/queries/inspections.ts'
import { hasRoomForDraft, insertMinutesDraft } from '../../../db/queries/minutes-drafts.ts'
import { readPlanVisit } from '../../../db/queries/visits.ts'
import { INSPECTIONS_COPY } from '../../copy/portal/inspections.ts'
import { MINUTES_COPY as W } from '../../copy/portal/minutes.ts'
import type { InspectionKind } from '../../domain/inspections/kinds.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { MINUTES_START } from '../../resources/minutes.ts'
import { inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { formsInUse } from '../inspection-forms/forms-in-use.ts'
import { findSite, type InspectedSite } from '../inspections/find-site.ts'
import { readRuleLists } from '../inspections/read-rule-lists.ts'
import type { Texts } from '../records/save-record.ts'

/**
 * Begins minutes of a place at a desk, by a form that is in use for it now. Throws `invalid_input` where
 * there is none for this kind of place and inspection, or it is not known which of several is meant.
 */
export async function startMinutes({
  ctx,
  input,
}: Call<{ readonly texts: Texts }>): Promise<{ id: string }> {
  requireAny(ctx, 'inspections.write')
  const { texts } = input
  const given = parseInput(inputOf(MINUTES_START), texts)
  const { code, kind } = given
  const named = { siteId: textOf(texts['siteId']), code }
  if (named.siteId === null && (code ?? '') === '') throw invalidField('code', W.noPlace)
  const site = await findSite(ctx, named)
  const [formVersionId, { rules }] = await Promise.all([
    formFor(ctx, { site, kind, chosen: given.formId }),
    readRuleLists(ctx, await readSiteToInspect(ctx.db, site.id)),
  ])
  const at = ctx.now()
  const id = ctx.newId()
  return change(ctx, {
    may: 'inspections.write',
    target: site.target,
    guards: [
      { holds: hasRoomForDraft(actorText(ctx.actor)), refusal: () => conflict(W.tooManyDrafts) },
    ],
    statements: [
      insertMinutesDraft(ctx.db, {
        ...{ id, account: actorText(ctx.actor), siteId: site.id, formVersionId, kind },
        rules: rules[0] ?? null,
        visitId: await visitOf(ctx, { visitId: textOf(texts['visitId']), site }),
        texts: {
          on: vietnamDateOf(at),
          'inspector.name': ctx.actor.kind === 'user' ? ctx.actor.name : '',
        },
        ...{ photos: {}, createdAt: at, savedAt: at, version: 1 },
      }),
    ],
    // Nothing is said by it yet: the minutes are what the log tells.
    audit: [],
    receipt: { id },
  })
}

async function formFor(
  ctx: VerbContext,
  of: {
    readonly site: InspectedSite
    readonly kind: InspectionKind
    readonly chosen: string | null
  },
): Promise<string> {
  const { site, kind, chosen } = of
  const fitting = (await formsInUse(ctx)).filter(
    ({ form }) => form.siteKind === site.slot && form.kinds.includes(kind),
  )
  const found = chosen === null ? fitting : fitting.filter(({ id }) => id === chosen)
  const [only, ...others] = found
  if (only === undefined) {
    const text = chosen === null ? W.noForm : INSPECTIONS_COPY.otherForm
    throw invalidField(chosen === null ? 'kind' : 'formId', text)
  }
  if (others.length > 0) throw invalidField('formId', W.whichForm)
  return only.id
}

/** The visit it was begun from, where that one is of the place. */
async function visitOf(
  ctx: VerbContext,
  { visitId, site }: { readonly visitId: string | null; readonly site: InspectedSite },
): Promise<string | null> {
  const visit = visitId === null ? null : await readPlanVisit(ctx.db, visitId)
  return visit?.siteId === site.id ? visit.id : null
}

function textOf(given: Texts[string] | undefined): string | null {
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : null
}
