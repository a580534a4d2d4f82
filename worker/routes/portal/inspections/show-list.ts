import { formatOn } from '../../../copy/format.ts'
import {
  INSPECTION_KIND_NAMES,
  INSPECTION_OUTCOME_NAMES,
  INSPECTIONS_COPY as W,
} from '../../../copy/portal/inspections.ts'
import { MINUTES_COPY } from '../../../copy/portal/minutes.ts'
import { INSPECTION_OUTCOMES } from '../../../domain/inspections/kinds.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { readInspections } from '../../../verbs/inspections/list-inspections.ts'
import { FORMS_PATH } from '../inspection-forms/form-path.ts'
import { DRAFTS_PATH, NEW_PATH } from '../minutes/paths.ts'
import type { Portal } from '../portal-route.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { withQuery } from '../with-query.ts'
import { inspectionPath, INSPECTIONS_PATH as PATH } from './inspection-path.ts'

/** `GET /portal/inspections?outcome=&site=&cursor=`. */
export async function showInspectionList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const outcome = INSPECTION_OUTCOMES.find((each) => each === c.req.query('outcome')) ?? null
  const siteId = c.req.query('site') ?? null
  const kept = { site: siteId ?? '' }
  const inspects = mayAny(ctx.actor, 'inspections.write')
  return showListPage(
    portal,
    await readInspections(ctx, { outcome, siteId, ...pageAsked(portal) }),
    {
      adding: inspects ? { href: NEW_PATH, text: MINUTES_COPY.add } : null,
      words: W,
      columns: [
        column(W.site, ({ siteName, id, code, communeName }) => ({
          text: siteName,
          href: inspectionPath(id),
          small: [code, communeName].filter((each) => each !== null).join(' · '),
        })),
        column(W.day, ({ inspectedOn, secondOf }) => ({
          text: formatOn(inspectedOn, lang),
          small: secondOf === null ? null : W.second,
        })),
        column(W.kind, ({ kind }) => INSPECTION_KIND_NAMES[kind]),
        column(W.outcome, (row) => INSPECTION_OUTCOME_NAMES[row.outcome]),
        column(W.inspector, ({ inspectorName, holder }) => ({
          text: inspectorName,
          small: holder,
        })),
      ],
      filters: [
        { href: withQuery(PATH, kept), text: W.all, current: outcome === null },
        ...chipsOf(INSPECTION_OUTCOMES, {
          path: PATH,
          name: 'outcome',
          kept,
          names: INSPECTION_OUTCOME_NAMES,
          now: outcome,
        }),
      ],
      at: { path: PATH, kept: ['outcome', 'site'] },
      links: [
        inspects && { href: DRAFTS_PATH, text: MINUTES_COPY.drafts },
        inspects && { href: '/app/inspect', text: W.openApp },
        mayAny(ctx.actor, 'inspection_forms.write') && { href: FORMS_PATH, text: W.forms },
      ],
    },
  )
}
