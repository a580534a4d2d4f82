import { fill } from '../../../copy/fill.ts'
import { formatAt } from '../../../copy/format.ts'
import { INSPECTION_FORMS_COPY as W } from '../../../copy/portal/inspection-forms.ts'
import { INSPECTION_KIND_NAMES } from '../../../copy/portal/inspections.ts'
import { saidIn } from '../../../domain/inspections/form/form.ts'
import { mayWriteForms } from '../../../verbs/inspection-forms/form-target.ts'
import { formsInUse } from '../../../verbs/inspection-forms/forms-in-use.ts'
import type { Portal } from '../portal-route.ts'
import { showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { FORMS_PATH, formPath } from './form-path.ts'

/** `GET /portal/inspection-forms`: what counts where the reader works. A province has a handful. */
export async function showFormList(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  return showListPage(
    portal,
    { rows: await formsInUse(ctx) },
    {
      adding: mayWriteForms(ctx.actor) ? { href: `${FORMS_PATH}/new`, text: W.add } : null,
      words: W,
      columns: [
        column(W.form, ({ id, form }) => ({
          text: saidIn(form.title, lang),
          href: formPath(id),
          small: form.formId,
        })),
        column(W.siteKind, ({ form }) => W[form.siteKind]),
        column(W.kinds, ({ form }) =>
          form.kinds.map((kind) => INSPECTION_KIND_NAMES[kind][lang]).join(', '),
        ),
        column(W.version, ({ version: n, authority, createdAt: at }) => ({
          text: n === null ? W.standard : fill(W.versionNo[lang], { n }),
          small: at === null ? authority : [authority, formatAt(at, lang)].join(' · '),
        })),
      ],
    },
  )
}
