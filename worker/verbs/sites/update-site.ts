import { sql } from 'drizzle-orm'
import { readSiteLists, type SiteRow } from '../../../db/queries/sites-rows.ts'
import {
  hasNoStandingCode,
  replaceCrops,
  replaceTreatments,
  type SiteFacts,
  updateSite as updateStatement,
  versionIs,
} from '../../../db/queries/sites-write.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { targetOf } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { rebuildMarkedDocuments } from '../diary/rebuild-marked-documents.ts'
import { mayDo } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { kindFieldsOf } from './kind-fields.ts'
import { openSiteForWriting, siteChanged } from './open-site.ts'
import { publicFactsChanged } from './public-facts-changed.ts'
import { requirePlace } from './require-place.ts'
import { type ResolvedPlace, resolveCommune } from './resolve-commune.ts'
import { runGuarded } from './run-guarded.ts'
import { auditedFacts, siteFacts } from './site-facts.ts'
import { type SiteInput, siteInput } from './site-input.ts'

/**
 * Changes the facts of a place, its crops and treatments. `version` is the one the form was made
 * from: of two who edit at once the second gets `conflict` and nothing of the first is lost. Where
 * nothing is changed nothing is written: an empty deed would only hide the real ones.
 */
export async function updateSite({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: SiteInput & { id: string; version: number; reason?: string }
}): Promise<void> {
  const { id, version } = input
  const site = await openSiteForWriting(ctx, id)
  const read = parseInput(siteInput(kindFieldsOf(site.kindFields)), input)
  const place = isSamePlace(site, read) ? placeOf(site) : await resolveCommune(ctx, read)
  requirePlace(ctx, { organisationId: site.organisationId, place })
  const facts = siteFacts(read, place)
  const lists = await readSiteLists(ctx.db, id)
  const crops = read.crops.map(({ cropFolded: _, ...crop }) => crop)
  const before = { ...auditedFacts(factsOf(site)), ...lists }
  const after = { ...auditedFacts(facts), crops, treatments: read.treatments }
  const changed = differing(after, before)
  if (Object.keys(changed).length === 0 && facts.phone === site.phone) return
  const isForOfficers = isMoved(site, place) && !mayDo(ctx.actor, 'codes.grant', targetOf(site))
  await runGuarded(ctx.db, {
    condition: isForOfficers
      ? sql`${versionIs(id, version)} AND ${hasNoStandingCode(id)}`
      : versionIs(id, version),
    refusal: isForOfficers ? movedWithCode : siteChanged,
    statements: [
      updateStatement(ctx.db, id, facts),
      ...replaceCrops(ctx.db, id, read.crops),
      ...replaceTreatments(ctx.db, id, read.treatments),
      auditStatement(ctx, {
        action: 'site.update',
        entity: 'site',
        entityId: id,
        before: differing(before, after),
        after: changed,
        reason: input.reason?.trim() || null,
      }),
      ...publicFactsChanged(ctx, id),
    ],
  })
  await rebuildMarkedDocuments(ctx)
}

/** Who answers for a code hangs on where its place lies. */
function isMoved(site: SiteRow, to: ResolvedPlace): boolean {
  const moved = (from: string | null, now: string | null) => from !== null && from !== now
  return moved(site.provinceCode, to.provinceCode) || moved(site.communeCode, to.communeCode)
}

function movedWithCode() {
  return conflict(SITE_REFUSALS.hasCode)
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

function factsOf(site: SiteRow): SiteFacts {
  return {
    ...placeOf(site),
    name: site.name,
    nameFolded: '',
    hamlet: site.hamlet,
    formerDistrict: site.formerDistrict,
    areaHa: site.areaHa,
    capacityTPerDay: site.capacityTPerDay,
    householdCount: site.householdCount,
    representative: site.representative,
    phone: site.phone,
    details: site.details,
  }
}

function differing(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const changed = Object.entries(one).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(other[key] ?? null),
  )
  return Object.fromEntries(changed)
}
