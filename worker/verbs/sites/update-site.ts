import { readSiteLists, type SiteRow } from '../../../db/queries/sites-rows.ts'
import {
  changeSite,
  hasNoStandingCode,
  replaceCrops,
  replaceTreatments,
  versionIs,
} from '../../../db/queries/sites-write.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { detailsOf, kindFieldsOf } from './kind-fields.ts'
import { openSiteForWriting, siteChanged } from './open-site.ts'
import { requirePlace } from './require-place.ts'
import { type ResolvedPlace, resolveCommune } from './resolve-commune.ts'
import { siteChanges } from './site-changes.ts'
import { type SiteInput, siteInput } from './site-input.ts'
import { siteValues } from './site-values.ts'

/**
 * Changes the facts of a place, its crops and treatments. `version` is the one the form was made
 * from: of two who edit at once the second gets `conflict` and nothing of the first is lost. Where
 * nothing is changed nothing is written: an empty change would only hide the real ones.
 */
export async function updateSite({
  ctx,
  input,
}: Call<SiteInput & { id: string; version: number; reason?: string }>): Promise<void> {
  const { id, version } = input
  const site = await openSiteForWriting(ctx, id)
  const read = parseInput(siteInput(kindFieldsOf(site.kindFields)), input)
  const place = isSamePlace(site, read) ? placeOf(site) : await resolveCommune(ctx, read)
  requirePlace(ctx, { organisationId: site.organisationId, place })
  const kind = { id: site.kind, labelSlot: site.labelSlot }
  const values = siteValues({ read, place, kind, before: site })
  const lists = await readSiteLists(ctx.db, id)
  const changed = siteChanges({
    before: { values: site, details: detailsOf(site.details), ...lists },
    after: { values, details: read.details, crops: read.crops, treatments: read.treatments },
  })
  const fields = [...Object.keys(changed.before), ...Object.keys(changed.after)]
  if (fields.length === 0) return
  const isForOfficers = isMoved(site, place) && !mayDo(ctx.actor, 'codes.grant', targetOf(site))
  const granted = { holds: hasNoStandingCode(id), refusal: () => conflict(SITE_REFUSALS.hasCode) }
  await change(ctx, {
    may: 'sites.write',
    target: targetOf(site),
    guards: [
      { holds: versionIs(id, version), refusal: siteChanged },
      ...(isForOfficers ? [granted] : []),
    ],
    statements: [
      changeSite(ctx.db, { id, set: values }),
      ...replaceCrops(ctx.db, id, read.crops),
      ...replaceTreatments(ctx.db, id, read.treatments),
    ],
    touches: { siteIds: [id] },
    audit: {
      action: 'site.update',
      entityId: id,
      ...changed,
      reason: input.reason?.trim() || null,
    },
  })
}

/** Who answers for a code hangs on where its place lies. */
function isMoved(site: SiteRow, to: ResolvedPlace): boolean {
  const moved = (from: string | null, now: string | null) => from !== null && from !== now
  return moved(site.provinceCode, to.provinceCode) || moved(site.communeCode, to.communeCode)
}

/** Untouched names need no looking up, and keep a place that no table knows. */
function isSamePlace(
  site: SiteRow,
  read: {
    readonly commune: string | null
    readonly province: string | null
    readonly communeCode: string | null
  },
): boolean {
  return (
    read.communeCode === null &&
    read.commune === site.communeName &&
    (read.province === null || read.province === site.provinceName)
  )
}

function placeOf({ communeCode, communeName, provinceCode, provinceName }: SiteRow) {
  return { communeCode, communeName, provinceCode, provinceName }
}
