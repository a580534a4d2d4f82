import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { organisationIs } from '../../../db/queries/organisation-list.ts'
import { type OrganisationRow, readOrganisation } from '../../../db/queries/organisations.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { organisation } from '../../../db/schema/index.ts'
import { foldVietnamese } from '../../domain/codes/fold-vietnamese.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { rebuildDocumentsFor } from '../batches/rebuild-documents.ts'
import { refreshEntriesFor } from '../codes/refresh-register-entries.ts'
import type { VerbContext } from '../context.ts'
import type { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { organisationFields } from './organisation-input.ts'
import { editedColumns, organisationVersion } from './organisation-version.ts'
import { type OrganisationPlace, placeOfOrganisation } from './place-of-organisation.ts'

const schema = organisationFields.omit({ communeCode: true, provinceCode: true }).extend({
  organisationId: z.string(),
  /** `organisationVersion` of what the form was made from. */
  version: z.string(),
})

/**
 * Changes what is said of an organisation; the register and the documents of its batches follow. Of
 * two who edit at once the second gets a `conflict`. Returns false when nothing was changed.
 */
export async function updateOrganisation({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<boolean> {
  requireAny(ctx, 'organisations.write')
  const { organisationId, version, ...fields } = parseInput(schema, input)
  const before = await readOrganisation(ctx.db, organisationId)
  if (before === null) throw notFound({ vi: 'đơn vị này', en: 'organisation', zh: '该单位' })
  if ((await organisationVersion(before)) !== version) throw editedMeanwhile()
  const place = await placeAfter(ctx, before, fields)
  const after: OrganisationRow = {
    ...before,
    ...fromFields(fields),
    ...place,
    nameFolded: foldVietnamese(fields.name),
  }
  const changed = changedColumns(before, after)
  if (changed.length === 0) return false
  await store(ctx, { before, after, changed })
  await rebuildDocumentsFor(ctx, { organisationIds: [organisationId] })
  return true
}

type Fields = Omit<z.output<typeof schema>, 'organisationId' | 'version'>

/** A field left empty says that there is no such thing. */
function fromFields(fields: Fields) {
  const { name, kind, nameConsentOn, taxNo, gln, address, hotline, email } = fields
  return {
    ...{ name, kind },
    ...{ nameConsentOn: nameConsentOn ?? null, taxNo: taxNo ?? null, gln: gln ?? null },
    ...{ address: address ?? null, hotline: hotline ?? null, email: email ?? null },
  }
}

/** A place that was not touched stays as it is, even one kept as written on old papers. */
function placeAfter(
  ctx: VerbContext,
  before: OrganisationRow,
  fields: Fields,
): Promise<OrganisationPlace> | OrganisationPlace {
  const communeName = fields.communeName ?? null
  const provinceName = fields.provinceName ?? null
  const same = communeName === before.communeName && provinceName === before.provinceName
  if (!same) return placeOfOrganisation(ctx, { communeName, provinceName })
  const { communeCode, provinceCode } = before
  return { communeCode, communeName, provinceCode, provinceName }
}

type Column = keyof ReturnType<typeof editedColumns>

function changedColumns(before: OrganisationRow, after: OrganisationRow): Column[] {
  const columns = Object.keys(editedColumns(before)) as Column[]
  return columns.filter((column) => before[column] !== after[column])
}

async function store(
  ctx: VerbContext,
  input: { before: OrganisationRow; after: OrganisationRow; changed: readonly Column[] },
): Promise<void> {
  const { before, after, changed } = input
  const { id, communeCode, provinceCode, nameFolded } = after
  const only = (row: OrganisationRow) =>
    Object.fromEntries(changed.map((column) => [column, row[column]]))
  try {
    await runBatch(ctx.db, [
      guardStatement(ctx.db, organisationIs(before)),
      ctx.db
        .update(organisation)
        .set({ ...editedColumns(after), communeCode, provinceCode, nameFolded })
        .where(eq(organisation.id, id)),
      auditStatement(ctx, {
        ...{ action: 'organisation.update', entity: 'organisation', entityId: id },
        ...{ before: only(before), after: only(after) },
      }),
      ...refreshEntriesFor(ctx.db, { organisationIds: [id] }),
    ])
  } catch (error) {
    throw isGuardRefusal(error) ? editedMeanwhile() : error
  }
}

function editedMeanwhile(): Problem {
  return conflict({
    vi: 'Người khác vừa sửa đơn vị này. Những gì bạn gõ vẫn còn bên dưới; hãy mở đơn vị ở thẻ khác để so sánh, rồi lưu lại nếu vẫn cần.',
    en: 'Somebody else has just changed this organisation. What you typed is below; compare it with the organisation in another tab and save again if it still holds.',
    zh: '他人刚修改了该单位。您输入的内容仍在下方，请在另一标签页中对照后再决定是否保存。',
  })
}
