import { insertFormVersion } from '../../../db/queries/inspection-forms.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { INSPECTION_FORMS_COPY as W } from '../../copy/portal/inspection-forms.ts'
import type { InspectionForm } from '../../domain/inspections/form/form.ts'
import type { FormFault } from '../../domain/inspections/form/form-fault.ts'
import { readForm } from '../../domain/inspections/form/read-form.ts'
import { SHEET_LIMITS } from '../../lib/sheet/limits.ts'
import { readWorkbookInSteps } from '../../lib/sheet/read-workbook.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import { authorityOf } from '../cases/desk-place.ts'
import { change } from '../change.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { invalidField, invalidInput } from '../guard/parse-input.ts'
import { provinceOf, targetOfForm } from './form-target.ts'

const MIB = 1024 * 1024
/** A form of three hundred questions takes 60 kB. */
export const MAX_FORM_BYTES = 2 * MIB
const LIMITS = {
  ...SHEET_LIMITS,
  maxFileBytes: MAX_FORM_BYTES,
  maxEntryBytes: 16 * MIB,
  maxTotalBytes: 24 * MIB,
  maxRows: 5_000,
  maxCells: 200_000,
}
/** Where each fault of the file stands among the errors: `fault0`, `fault1` … */
export const FAULT = 'fault'

/**
 * Reads a workbook as a new version of a form of the actor's province. It is not in use yet. Throws
 * `invalid_input` that names every fault of the file by its sheet, row and column.
 */
export async function addForm({
  ctx,
  input,
}: Call<{ readonly bytes: Uint8Array; readonly fileName: string }>): Promise<{ id: string }> {
  const provinceCode = provinceOf(ctx.actor)
  const target = targetOfForm({ provinceCode })
  requirePermission(ctx, 'inspection_forms.write', target)
  const form = await readFile(ctx, input)
  const { formId, siteKind } = form
  const id = ctx.newId()
  return change(ctx, {
    may: 'inspection_forms.write',
    target,
    statements: [
      insertFormVersion(ctx.db, {
        ...{ id, provinceCode, formId, siteKind, form },
        fileName: input.fileName.slice(0, 200),
        authorityId: authorityOf(ctx.actor),
        createdAt: ctx.now(),
        actor: actorText(ctx.actor),
      }),
    ],
    audit: {
      action: 'inspection_form.add',
      entityId: id,
      after: { formId, province: provinceCode, questions: form.items.length },
    },
    receipt: { id },
  })
}

async function readFile(
  ctx: VerbContext,
  { bytes, fileName }: { readonly bytes: Uint8Array; readonly fileName: string },
): Promise<InspectionForm> {
  const steps = readWorkbookInSteps(bytes, { fileName, limits: LIMITS })
  const reading = await takeStepsGivingWay(steps, ctx.giveWay)
  if (!reading.ok) {
    throw invalidField(
      'file',
      inEach(() => reading.problem.message),
    )
  }
  const read = readForm(reading.workbook)
  if (read.ok) return read.compiled.form
  throw invalidInput([
    { path: 'file', text: fillAll(W.faults, { n: read.faults.length }) },
    ...read.faults.map((fault, at) => ({ path: `${FAULT}${at}`, text: faultText(fault) })),
  ])
}

function faultText({ sheet, row, column, text }: FormFault) {
  if (row === null) return fillAll(W.faultOnSheet, { sheet, text })
  if (column === null) return fillAll(W.faultOnRow, { sheet, row, text })
  return fillAll(W.faultAt, { sheet, row, column, text })
}
