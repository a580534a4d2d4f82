import type { ImportRun } from '../../../../db/queries/import-runs.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { formatAt } from '../../../copy/format.ts'
import { nameIn } from '../../../copy/names.ts'
import { IMPORT_KINDS, IMPORT_STATES, IMPORTS_COPY as W } from '../../../copy/portal/imports.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { ownOrganisation } from '../../../verbs/imports/own-lists.ts'
import { listImports } from '../../../verbs/imports/portal/list-imports.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { countsLine } from './report-view.ts'

const ROWS_PER_PAGE = 30

/** `GET /portal/imports`. */
export async function showImports(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const asked = { cursor: c.req.query('cursor') ?? null, limit: ROWS_PER_PAGE }
  const isOwn = ownOrganisation(ctx) !== null
  const { rows, nextCursor } = await listImports(ctx, asked)
  const olderHref = nextCursor === null ? null : `/portal/imports?cursor=${nextCursor}`
  return showPortalPage(portal, {
    kind: 'portal/imports/list',
    empty: (isOwn ? W.ownEmpty : W.empty)[lang],
    links: isOwn
      ? [
          { href: '/portal/sites', text: W.householdsElsewhere[lang] },
          {
            href: '/portal/imports/everything',
            text: W.allMine[lang],
            small: W.allMineLead[lang],
            download: true,
          },
        ]
      : [],
    rows: rows.map((run) => cellsOf(run, lang)),
    paging: {
      firstHref: asked.cursor === null ? null : '/portal/imports',
      ...{ newerHref: null, olderHref },
    },
  })
}

function cellsOf(run: ImportRun, lang: Language): TableCell[] {
  const name = run.fileName === '' ? nameIn(IMPORT_KINDS, run.kind, lang) : run.fileName
  return [
    { text: name, href: hrefOf(run), small: nameIn(IMPORT_KINDS, run.kind, lang) },
    { text: run.actorName ?? W.operator[lang] },
    { text: formatAt(run.createdAt, lang) },
    { text: countsLine(run.counts, lang) },
    { text: IMPORT_STATES[run.state ?? 'done'][lang] },
  ]
}

/** Decisions that were recorded together have a page of their own. */
export function hrefOf({ id, kind }: Pick<ImportRun, 'id' | 'kind'>): string {
  const path = kind === 'status' ? '/portal/codes/bulk' : '/portal/imports'
  return `${path}/${encodeURIComponent(id)}`
}
