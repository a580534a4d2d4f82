import { formatOn } from '../../../copy/format.ts'
import {
  INSPECTION_KIND_NAMES,
  INSPECTION_OUTCOME_NAMES,
  INSPECTIONS_COPY as W,
} from '../../../copy/portal/inspections.ts'
import { MINUTES_COPY } from '../../../copy/portal/minutes.ts'
import { INSPECTION_OUTCOMES } from '../../../domain/inspections/kinds.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import {
  type InspectionItem,
  readInspections,
} from '../../../verbs/inspections/list-inspections.ts'
import { FORMS_PATH } from '../inspection-forms/form-path.ts'
import { DRAFTS_PATH, NEW_PATH } from '../minutes/paths.ts'
import { withQuery } from '../monitoring/paths.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { inspectionPath, INSPECTIONS_PATH as PATH } from './inspection-path.ts'

const PAGE_SIZE = 50

/** `GET /portal/inspections?outcome=&site=&cursor=`. */
export async function showInspectionList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const outcome = INSPECTION_OUTCOMES.find((each) => each === c.req.query('outcome')) ?? null
  const siteId = c.req.query('site') ?? null
  const cursor = c.req.query('cursor') ?? null
  const asked = { outcome, siteId, cursor, limit: PAGE_SIZE }
  const { rows, nextCursor } = await readInspections(ctx, asked)
  const site = siteId ?? ''
  const inspects = mayAny(ctx.actor, 'inspections.write')
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: inspects ? { href: NEW_PATH, text: MINUTES_COPY.add[lang] } : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [W.site, W.day, W.kind, W.outcome, W.inspector].map((name) => name[lang]),
    rows: rows.map((row) => cellsOf(row, lang)),
    done: null,
    filters: [
      { href: withQuery(PATH, { site }), text: W.all[lang], current: outcome === null },
      ...INSPECTION_OUTCOMES.map((each) => ({
        href: withQuery(PATH, { outcome: each, site }),
        text: INSPECTION_OUTCOME_NAMES[each][lang],
        current: each === outcome,
      })),
    ],
    paging: pagingOf(c, { path: PATH, kept: ['outcome', 'site'], nextCursor }),
    links: [
      ...(inspects
        ? [
            { href: DRAFTS_PATH, text: MINUTES_COPY.drafts[lang] },
            { href: '/app/inspect', text: W.openApp[lang] },
          ]
        : []),
      ...(mayAny(ctx.actor, 'inspection_forms.write')
        ? [{ href: FORMS_PATH, text: W.forms[lang] }]
        : []),
    ],
  })
}

function cellsOf(row: InspectionItem, lang: Language) {
  const small = [row.code, row.communeName].filter((each) => each !== null).join(' · ')
  return [
    { text: row.siteName, href: inspectionPath(row.id), small },
    {
      text: formatOn(row.inspectedOn, lang),
      small: row.secondOf === null ? null : W.second[lang],
    },
    { text: INSPECTION_KIND_NAMES[row.kind][lang] },
    { text: INSPECTION_OUTCOME_NAMES[row.outcome][lang] },
    { text: row.inspectorName, small: row.holder },
  ]
}
