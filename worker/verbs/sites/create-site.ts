import { sql } from 'drizzle-orm'
import { listSiteKinds } from '../../../db/queries/sites-kinds.ts'
import { sameSite } from '../../../db/queries/sites-rows.ts'
import { insertSite, replaceCrops, replaceTreatments } from '../../../db/queries/sites-write.ts'
import { fillAll } from '../../copy/fill.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { kindFieldsOf } from './kind-fields.ts'
import { requirePlace } from './require-place.ts'
import { resolveCommune } from './resolve-commune.ts'
import { resolveHolder } from './resolve-holder.ts'
import { runGuarded } from './run-guarded.ts'
import { auditedFacts, siteFacts } from './site-facts.ts'
import { type SiteInput, siteInput } from './site-input.ts'

/**
 * Adds a growing area, a packing house or a place of another kind. Throws `invalid_input` naming the
 * fields, `forbidden`, and `conflict` where the holder has one of that name in that commune already.
 */
export async function createSite({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: SiteInput & { kind: string; organisation?: string; organisationId?: string }
}): Promise<{ id: string }> {
  requireAny(ctx, 'sites.write')
  const kind = (await listSiteKinds(ctx.db)).find(({ id }) => id === input.kind)
  if (kind === undefined) throw invalidInput([{ path: 'kind', text: SITE_REFUSALS.noSuchKind }])
  const read = parseInput(siteInput(kindFieldsOf(kind.fields)), input)
  const { organisation = '', organisationId = '' } = input
  const holder = await resolveHolder(ctx, { organisation, organisationId })
  const place = await resolveCommune(ctx, read)
  requirePlace(ctx, { organisationId: holder.id, place })
  const facts = siteFacts(read, place)
  const id = ctx.newId()
  const twin = { organisationId: holder.id, kind: kind.id, ...facts }
  await runGuarded(ctx.db, {
    condition: sql`NOT EXISTS (${sameSite(twin)})`,
    refusal: () => alreadyThere(facts.name, holder.name),
    statements: [
      insertSite(ctx.db, { id, kind: kind.id, organisationId: holder.id, facts, at: ctx.now() }),
      ...replaceCrops(ctx.db, id, read.crops),
      ...replaceTreatments(ctx.db, id, read.treatments),
      auditStatement(ctx, {
        action: 'site.create',
        entity: 'site',
        entityId: id,
        after: { kind: kind.id, holder: holder.name, ...auditedFacts(facts), crops: read.crops },
      }),
    ],
  })
  return { id }
}

function alreadyThere(name: string, holder: string) {
  return conflict(fillAll(SITE_REFUSALS.alreadyThere, { holder, name }))
}
