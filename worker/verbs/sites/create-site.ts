import { sql } from 'drizzle-orm'
import { listSiteKinds } from '../../../db/queries/sites-kinds.ts'
import { sameSite } from '../../../db/queries/sites-rows.ts'
import { insertSite, replaceCrops, replaceTreatments } from '../../../db/queries/sites-write.ts'
import { fillAll } from '../../copy/fill.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { reachOf } from '../../domain/access/permissions.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call, VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { kindFieldsOf } from './kind-fields.ts'
import { newHolder } from './new-holder.ts'
import { requirePlace } from './require-place.ts'
import { resolveCommune } from './resolve-commune.ts'
import { resolveHolder } from './resolve-holder.ts'
import { siteChanges } from './site-changes.ts'
import { type SiteInput, siteInput } from './site-input.ts'
import { siteValues } from './site-values.ts'

/**
 * Adds a growing area, a packing house or a place of another kind. Throws `invalid_input` naming the
 * fields, `forbidden`, and `conflict` where the holder has one of that name in that commune already.
 */
export async function createSite({
  ctx,
  input,
}: Call<
  SiteInput & {
    kind: string
    organisation?: string
    organisationId?: string
    /** The kind of a holder that is not there yet: it is added with the place. */
    holderKind?: string
  }
>): Promise<{ id: string }> {
  requireAny(ctx, 'sites.write')
  const kind = (await listSiteKinds(ctx.db)).find(({ id }) => id === input.kind)
  if (kind === undefined) throw invalidField('kind', SITE_REFUSALS.noSuchKind)
  const read = parseInput(siteInput(kindFieldsOf(kind.fields)), input)
  const { organisation = '', organisationId = '', holderKind = '' } = input
  const place = await resolveCommune(ctx, read)
  const isNew = holderKind !== '' && organisationId === '' && mayNameHolder(ctx)
  const added = isNew ? newHolder(ctx, { name: organisation, kind: holderKind, place }) : null
  const holder = added ?? (await resolveHolder(ctx, { organisation, organisationId }))
  requirePlace(ctx, { organisationId: holder.id, place })
  const values = siteValues({ read, place, kind, before: null })
  const id = ctx.newId()
  const made = { id, kind: kind.id, organisationId: holder.id }
  const { details } = read
  const changed = siteChanges({ before: null, after: { values, details, crops: read.crops } })
  await change(ctx, {
    may: 'sites.write',
    target: targetOf({ ...values, organisationId: holder.id }),
    guards: [
      ...(added?.guards ?? []),
      {
        holds: sql`NOT EXISTS (${sameSite({ ...values, ...made })})`,
        refusal: () =>
          conflict(fillAll(SITE_REFUSALS.alreadyThere, { holder: holder.name, name: values.name })),
      },
    ],
    statements: [
      ...(added?.statements ?? []),
      insertSite(ctx.db, { ...made, values, at: ctx.now() }),
      ...replaceCrops(ctx.db, id, read.crops),
      ...replaceTreatments(ctx.db, id, read.treatments),
    ],
    audit: [
      ...(added?.audit ?? []),
      {
        action: 'site.create',
        entityId: id,
        after: { kind: kind.id, holder: holder.name, ...changed.after },
      },
    ],
  })
  return { id }
}

/** Producers and packers add places of their own organisation alone. */
function mayNameHolder({ actor }: VerbContext): boolean {
  return actor.kind !== 'user' || reachOf(actor.role, 'sites.write') !== 'own'
}
