import * as z from 'zod'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { organisation } from '../../../db/schema/index.ts'
import { foldVietnamese } from '../../domain/codes/fold-vietnamese.ts'
import { hasGs1CheckDigit } from '../../domain/label/gtin.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'

const KINDS = ['household', 'farm', 'group', 'cooperative', 'company', 'state'] as const

export const createOrganisationInput = z.object({
  name: lineField(200),
  kind: z.enum(KINDS, { message: `Loại tổ chức là một trong: ${KINDS.join(', ')}.` }),
  /** The day a natural person agreed to be named in public (Law 91/2025/QH15). */
  nameConsentOn: calendarDateField.nullish(),
  taxNo: lineField(20).nullish(),
  gln: z
    .string()
    .refine((text) => /^\d{13}$/.test(text) && hasGs1CheckDigit(text), {
      message: 'GLN phải có 13 chữ số và đúng số kiểm tra.',
    })
    .nullish(),
  address: lineField(300).nullish(),
  communeCode: lineField(20).nullish(),
  communeName: lineField(100).nullish(),
  provinceCode: lineField(20).nullish(),
  provinceName: lineField(100).nullish(),
  hotline: lineField(30).nullish(),
  demo: z.boolean().optional(),
})

/** Adds a producer, cooperative, company or public body. Operators only. */
export async function createOrganisation({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof createOrganisationInput>
}): Promise<{ id: string }> {
  requirePermission(ctx, 'organisations.write')
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
