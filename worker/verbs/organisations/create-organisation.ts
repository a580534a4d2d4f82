import * as z from 'zod'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { organisation } from '../../../db/schema/index.ts'
import { foldVietnamese } from '../../domain/codes/fold-vietnamese.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { organisationFields } from './organisation-input.ts'

export const createOrganisationInput = organisationFields.extend({ demo: z.boolean().optional() })

/** Adds a producer, cooperative, company or public body. */
export async function createOrganisation({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof createOrganisationInput>
}): Promise<{ id: string }> {
  requireAny(ctx, 'organisations.write')
  const fields = parseInput(createOrganisationInput, input)
  const id = ctx.newId()
  const row = { ...fields, id, nameFolded: foldVietnamese(fields.name), createdAt: ctx.now() }
  await runBatch(ctx.db, [
    ctx.db.insert(organisation).values(row),
    auditStatement(ctx, {
      action: 'organisation.create',
      entity: 'organisation',
      entityId: id,
      after: { name: fields.name, kind: fields.kind },
    }),
  ])
  return { id }
}
