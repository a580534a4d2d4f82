import { fill } from '../../../copy/fill.ts'
import { formatAt } from '../../../copy/format.ts'
import { INSPECTION_FORMS_COPY as W } from '../../../copy/portal/inspection-forms.ts'
import { INSPECTION_KIND_NAMES } from '../../../copy/portal/inspections.ts'
import { saidIn } from '../../../domain/inspections/form/form.ts'
import { mayWriteForms } from '../../../verbs/inspection-forms/form-target.ts'
import { formsInUse } from '../../../verbs/inspection-forms/forms-in-use.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { FORMS_PATH, formPath } from './form-path.ts'

/** `GET /portal/inspection-forms`: what counts where the reader works. A province has a handful. */
export async function showFormList(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const forms = await formsInUse(ctx)
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayWriteForms(ctx.actor) ? { href: `${FORMS_PATH}/new`, text: W.add[lang] } : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [W.form, W.siteKind, W.kinds, W.version].map((name) => name[lang]),
    rows: forms.map(({ id, form, version, authority, createdAt }) => [
      { text: saidIn(form.title, lang), href: formPath(id), small: form.formId },
      { text: W[form.siteKind][lang] },
      { text: form.kinds.map((kind) => INSPECTION_KIND_NAMES[kind][lang]).join(', ') },
      {
        text: version === null ? W.standard[lang] : fill(W.versionNo[lang], { n: version }),
        small: createdAt === null ? authority : [authority, formatAt(createdAt, lang)].join(' · '),
      },
    ]),
    done: null,
  })
}
