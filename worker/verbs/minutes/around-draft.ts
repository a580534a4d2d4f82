import { listOtherWriters, readMinutesThere } from '../../../db/queries/minutes-drafts.ts'
import type { DatedReading } from '../context.ts'
import { formsInUse } from '../inspection-forms/forms-in-use.ts'
import type { OpenedDraft } from './open-draft.ts'

const DAY_MS = 86_400_000
/** A draft that nobody touched for longer is nobody at work. */
const AT_WORK_DAYS = 2

/** What a writer of minutes should know: who else is at it, what is there already, whether the form changed. */
export async function aroundDraft(
  ctx: DatedReading,
  { opened, on }: { readonly opened: OpenedDraft; readonly on: string },
) {
  const { siteId, visitId, account, formVersionId } = opened.row
  const [others, there, forms] = await Promise.all([
    listOtherWriters(ctx.db, { siteId, account, since: ctx.now() - AT_WORK_DAYS * DAY_MS }),
    readMinutesThere(ctx.db, { siteId, visitId, day: on }),
    formsInUse(ctx),
  ])
  const { formId } = opened.form.compiled.form
  const current = forms.find(({ form }) => form.formId === formId)
  return {
    others: others.map(({ name }) => name).filter((name) => name !== ''),
    there,
    isOldForm: current !== undefined && current.id !== formVersionId,
  }
}

export type AroundDraft = Awaited<ReturnType<typeof aroundDraft>>
