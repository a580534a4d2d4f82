import type { SQL } from 'drizzle-orm'
import type { Statement } from '../../../db/queries/run-batch.ts'
import {
  deleteHousehold,
  hasNoSuchHousehold,
  householdIs,
  insertHouseholds,
  readHousehold,
  updateHousehold,
} from '../../../db/queries/sites-households.ts'
import type { AuditAction } from '../../copy/portal/audit-names.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import type { Problem } from '../errors.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { auditedHousehold, type HouseholdInput, householdInput } from './household-input.ts'
import { openSiteForWriting, siteChanged } from './open-site.ts'
import { runGuarded } from './run-guarded.ts'

/**
 * Puts one household at the end of a growing area's list. `conflict` where the very same one stands
 * there: a form sent twice is stored once.
 */
export async function addHousehold({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: HouseholdInput & { id: string }
}): Promise<void> {
  const site = await openSiteForWriting(ctx, input.id)
  const facts = parseInput(householdInput, input)
  const households = [{ id: ctx.newId(), ...facts }]
  const insert = insertHouseholds(ctx.db, { siteId: site.id, households, at: ctx.now() })
  await write(ctx, {
    siteId: site.id,
    condition: hasNoSuchHousehold(site.id, facts),
    refusal: alreadyListed,
    statement: insert,
    deed: { action: 'site.household.add', after: auditedHousehold(facts) },
  })
}

/** Changes one household; `version` is the row as the form showed it, else `conflict`. */
export async function editHousehold({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: HouseholdInput & { id: string; householdId: string; version: string }
}): Promise<void> {
  const { site, household } = await openHousehold({ ctx, input })
  const facts = parseInput(householdInput, input)
  await write(ctx, {
    siteId: site.id,
    condition: householdIs(household.id, input.version),
    statement: updateHousehold(ctx.db, household.id, facts),
    deed: {
      action: 'site.household.edit',
      before: auditedHousehold(household),
      after: auditedHousehold(facts),
    },
  })
}

/** Takes one household off the list. */
export async function removeHousehold({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { id: string; householdId: string; version: string }
}): Promise<void> {
  const { site, household } = await openHousehold({ ctx, input })
  await write(ctx, {
    siteId: site.id,
    condition: householdIs(household.id, input.version),
    statement: deleteHousehold(ctx.db, household.id),
    deed: { action: 'site.household.remove', before: auditedHousehold(household) },
  })
}

/** A household of a place the actor may change. */
export async function openHousehold({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { id: string; householdId: string }
}) {
  const site = await openSiteForWriting(ctx, input.id)
  const household = await readHousehold(ctx.db, { siteId: site.id, id: input.householdId })
  if (household === null) {
    throw notFound(THINGS.household)
  }
  return { site, household }
}

function write(
  ctx: VerbContext,
  input: {
    readonly siteId: string
    readonly condition: SQL
    readonly refusal?: () => Problem
    readonly statement: Statement
    readonly deed: {
      readonly action: AuditAction
      readonly before?: unknown
      readonly after?: unknown
    }
  },
): Promise<void> {
  const { siteId } = input
  return runGuarded(ctx.db, {
    condition: input.condition,
    refusal: input.refusal ?? siteChanged,
    statements: [
      input.statement,
      auditStatement(ctx, { ...input.deed, entity: 'site', entityId: siteId }),
    ],
  })
}

function alreadyListed() {
  return conflict(SITE_REFUSALS.householdListed)
}
