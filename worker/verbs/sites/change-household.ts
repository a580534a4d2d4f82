import { hasNoSuchHousehold } from '../../../db/queries/sites-households.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import { HOUSEHOLD_COPY as W } from '../../copy/portal/household.ts'
import { HOUSEHOLD } from '../../resources/household.ts'
import { targetOf } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import { openRecord, type Whole } from '../records/open-record.ts'
import {
  addRecord,
  editRecord,
  type RecordRules,
  removeRecord,
  type Texts,
} from '../records/save-record.ts'
import { openSiteForWriting } from './open-site.ts'

/**
 * Puts one household at the end of a growing area's list. `conflict` where the very same one stands
 * there: a form sent twice is stored once.
 */
export async function addHousehold(
  ctx: VerbContext,
  input: { readonly id: string; readonly texts: Texts },
): Promise<void> {
  const { whole } = await openWhole(ctx, input.id)
  await addRecord(ctx, HOUSEHOLD, { whole, texts: input.texts, rules: HOUSEHOLD_RULES })
}

type Named = { readonly id: string; readonly householdId: string }

/** Changes one household; `expected` is its version as the form showed it, else `conflict`. */
export async function editHousehold(
  ctx: VerbContext,
  input: Named & { readonly texts: Texts; readonly expected: string },
): Promise<void> {
  const { householdId, texts, expected } = input
  const { whole } = await openWhole(ctx, input.id)
  await editRecord(ctx, HOUSEHOLD, { id: householdId, whole, texts, expected })
}

/** Takes one household off the list. */
export async function removeHousehold(
  ctx: VerbContext,
  input: Named & { readonly expected: string },
): Promise<void> {
  const { householdId, expected } = input
  const { whole } = await openWhole(ctx, input.id)
  await removeRecord(ctx, HOUSEHOLD, { id: householdId, whole, expected })
}

/** A household of a place the actor may change. */
export async function openHousehold(ctx: VerbContext, input: Named) {
  const { site, whole } = await openWhole(ctx, input.id)
  const household = await openRecord(ctx, HOUSEHOLD, { id: input.householdId, whole, to: 'write' })
  return { site, household }
}

async function openWhole(
  ctx: VerbContext,
  siteId: string,
): Promise<{ site: SiteRow; whole: Whole }> {
  const site = await openSiteForWriting(ctx, siteId)
  return { site, whole: { id: site.id, target: targetOf(site) } }
}

const HOUSEHOLD_RULES: RecordRules = {
  guards: (row) => [{ holds: hasNoSuchHousehold(row), refusal: () => conflict(W.alreadyListed) }],
}
