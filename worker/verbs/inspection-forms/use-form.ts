import { insertFormUse } from '../../../db/queries/inspection-forms.ts'
import { INSPECTION_FORMS_COPY as W } from '../../copy/portal/inspection-forms.ts'
import { change } from '../change.ts'
import { actorText, type Call } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import { openForm } from './show-form.ts'

/** Puts a version of a form to use; an older one likewise, which takes the newer back. */
export async function useForm({
  ctx,
  input,
}: Call<{ readonly id: string }>): Promise<{ id: string }> {
  const { row, target } = await openForm(ctx, input.id)
  const { id: versionId, provinceCode, formId, version } = row
  return change(ctx, {
    may: 'inspection_forms.write',
    target,
    statements: insertFormUse(ctx.db, {
      ...{ id: ctx.newId(), provinceCode, formId, versionId },
      ...{ at: ctx.now(), actor: actorText(ctx.actor) },
    }),
    audit: {
      action: 'inspection_form.use',
      entityId: versionId,
      after: { formId, version, province: provinceCode },
    },
    otherwise: () => conflict(W.usedAlready),
    receipt: { id: versionId },
  })
}
