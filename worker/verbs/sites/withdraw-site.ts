import * as z from 'zod'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import { changeSite, hasNoStandingCode, versionIs } from '../../../db/queries/sites-write.ts'
import { fillAll } from '../../copy/fill.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { change, type Guard } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { openSite } from './open-site.ts'

const withdrawInput = z.object({ reason: lineField(300) })

/**
 * Takes back a place that was entered by mistake: it leaves the lists and stays readable. Refused
 * (`conflict`) while a code hangs on it, for a code granted is never undone this way.
 */
export async function withdrawSite({
  ctx,
  input,
}: Call<{ id: string; reason: string }>): Promise<void> {
  const site = await openSite(ctx, input.id)
  requirePermission(ctx, 'sites.write', targetOf(site))
  const { reason } = parseInput(withdrawInput, input)
  if (site.withdrawnAt !== null) return
  await change(ctx, {
    may: 'sites.write',
    target: targetOf(site),
    guards: [unchanged(site), { holds: hasNoStandingCode(site.id), refusal: hasCodes(site.name) }],
    statements: [changeSite(ctx.db, { id: site.id, set: { withdrawnAt: ctx.now() } })],
    audit: { action: 'site.withdraw', entityId: site.id, before: { name: site.name }, reason },
  })
}

/** Puts back a place that was taken back; nothing happens to one that stands. */
export async function restoreSite({ ctx, input }: Call<{ id: string }>): Promise<void> {
  const site = await openSite(ctx, input.id)
  requirePermission(ctx, 'sites.write', targetOf(site))
  if (site.withdrawnAt === null) return
  await change(ctx, {
    may: 'sites.write',
    target: targetOf(site),
    guards: [unchanged(site)],
    statements: [changeSite(ctx.db, { id: site.id, set: { withdrawnAt: null } })],
    audit: { action: 'site.restore', entityId: site.id, after: { name: site.name } },
  })
}

function unchanged({ id, name, version }: SiteRow): Guard {
  return { holds: versionIs(id, version), refusal: hasCodes(name) }
}

function hasCodes(name: string) {
  return () => conflict(fillAll(SITE_REFUSALS.notWithdrawn, { name }))
}
