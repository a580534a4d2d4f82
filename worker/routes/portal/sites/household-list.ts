import { SITES_FORM_COPY as F } from '../../../copy/portal/sites-form.ts'
import { HOUSEHOLD } from '../../../resources/household.ts'
import { listText } from '../../../resources/sheet.ts'
import { previewHouseholds, replaceHouseholds } from '../../../verbs/sites/replace-households.ts'
import { answerForm } from '../answer-form.ts'
import { oldTextView } from '../imports/old-text-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { fileOf, textOf } from './form-text.ts'
import { showHouseholds } from './households.ts'
import { differenceText } from './site-facts-view.ts'
import { siteHead } from './site-head.ts'

const SHOWN = 10
const ISSUES_SHOWN = 50

/** `POST /portal/sites/{id}/households/list`: reads a list and shows it; nothing is saved yet. */
export async function lookAtList(portal: Portal): Promise<Response> {
  const { ctx, form, lang } = portal
  return answerForm(portal, {
    act: async () => {
      const file = await fileOf(form, 'listFile')
      const bytes = file?.bytes ?? new TextEncoder().encode(textOf(form, 'list'))
      const field = file === null ? 'list' : 'listFile'
      const fileName = file?.fileName ?? 'danh-sach-ho.csv'
      const input = { id: portal.param('id'), bytes, field, fileName }
      const asGiven = await previewHouseholds({ ctx, input })
      // Old texts are shown as they read in Unicode; which of the two is saved is said by the button.
      const isBoth = asGiven.oldText !== null && !asGiven.isConverted
      const preview = isBoth
        ? await previewHouseholds({ ctx, input: { ...input, convertText: true } })
        : asGiven
      const { site, households, issues, difference, before } = preview
      const differs =
        difference === null ? [] : [differenceText(F.sumDiffers[lang], difference, lang)]
      return showPortalPage(portal, {
        kind: 'portal/sites/household-list',
        site: siteHead(site),
        count: households.length,
        areaHa: preview.areaHa,
        before: before.count,
        warnings: [...differs, ...preview.warnings.slice(0, ISSUES_SHOWN)],
        issues: issues.slice(0, ISSUES_SHOWN).map(({ row, column, value, reason }) => ({
          row,
          text: `${column}${value === '' ? '' : ` “${value}”`}: ${reason}`,
        })),
        issueCount: new Set(issues.map(({ sheet, row }) => `${sheet}\n${row}`)).size,
        first: households.slice(0, SHOWN).map((facts, index) => ({ ...facts, id: String(index) })),
        list: listText(HOUSEHOLD, households),
        version: before.version,
        oldText: oldTextView(preview.oldText, { path: null, lang, isConverted: true }),
        listAsGiven:
          isBoth && asGiven.households.length > 0 ? listText(HOUSEHOLD, asGiven.households) : null,
      })
    },
    refused: (view, status) => showHouseholds(portal, { listForm: view }, status),
  })
}

/** `POST /portal/sites/{id}/households/list/save`. */
export async function saveList(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const id = portal.param('id')
  return answerForm(portal, {
    act: async () => {
      const [list, version] = [textOf(form, 'list'), textOf(form, 'version')]
      await replaceHouseholds({ ctx, input: { id, list, version } })
      const path = `/portal/sites/${encodeURIComponent(id)}/households`
      return seeOther(portal, `${path}?done=households`)
    },
    refused: (view, status) => showHouseholds(portal, { listForm: view }, status),
  })
}
