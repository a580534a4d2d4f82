import type { PurchaseReportItem } from '../../../../db/queries/purchase-reports.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import type { DetailSection, Note } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber } from '../../../copy/format.ts'
import { periodName } from '../../../copy/portal/period-name.ts'
import { PURCHASE_COPY as F } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { targetOf } from '../../../verbs/codes/target-of.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { showReport } from '../../../verbs/purchases/read-report.ts'
import { doneOf } from '../done-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { kgText, LINE_COLUMNS, lineCells } from './line-table.ts'
import { PURCHASES_PATH, reportPath } from './paths.ts'

const { created, corrected, same, withdrawn } = W
const DONE = { created, corrected, same, withdrawn }

/** `GET /portal/purchases/{id}`: a version of a report, its lines, and the versions before and after. */
export async function showOneReport(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const shown = await showReport(ctx, param('id'))
  const { row, lines, versions } = shown
  const path = reportPath(row.id)
  const isOpen = row.replacedBy === null && !row.isWithdrawn
  const mayWrite = isOpen && mayDo(ctx.actor, 'purchases.write', targetOf(row))
  const isWhole = mayDo(ctx.actor, 'purchases.read', targetOf(row))
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: fill(W.report[lang], { period: periodName(row)[lang] }),
    back: { href: PURCHASES_PATH, text: W.title[lang] },
    done: doneOf(portal, DONE),
    notes: notesOf(shown, { lang, isWhole }),
    ...(mayWrite ? { primary: { href: `${path}/correct`, text: W.correct[lang] } } : {}),
    links: mayWrite ? [{ href: `${path}/withdraw`, text: W.withdraw[lang] }] : [],
    facts: [
      { label: W.reporter[lang], text: row.reporter },
      { label: F.period[lang], text: periodName(row)[lang] },
      { label: W.state[lang], text: stateText(row, lang) },
      ...(isWhole
        ? [
            { label: F.boughtKg[lang], text: kgText(row.boughtKg, lang) },
            { label: F.soldKg[lang], text: kgText(row.soldKg, lang) },
          ]
        : []),
      ...(row.reason === null ? [] : [{ label: F.reason[lang], text: row.reason }]),
    ],
    sections: [
      {
        ...{ id: 'lines', title: W.lines[lang] },
        table: {
          columns: LINE_COLUMNS.map((name) => ({ name: name[lang] })),
          rows: lines.map((line) => lineCells(line, lang)),
          empty: W.isNothing[lang],
        },
      },
      ...(isWhole ? [versionSection(versions, lang)] : []),
    ],
  })
}

/** What a report is now. */
export function stateText(
  { isWithdrawn, replacedBy }: Pick<PurchaseReportItem, 'isWithdrawn' | 'replacedBy'>,
  lang: Language,
): string {
  if (isWithdrawn) return W.isWithdrawn[lang]
  return replacedBy === null ? W.sent[lang] : W.isReplaced[lang]
}

function notesOf(
  { row, lines }: Awaited<ReturnType<typeof showReport>>,
  { lang, isWhole }: { readonly lang: Language; readonly isWhole: boolean },
): Note[] {
  const isNothing = lines.length === 0 && !row.isWithdrawn
  return [
    ...(row.replacedBy === null ? [] : [{ kind: 'warning' as const, text: W.isReplaced[lang] }]),
    ...(isNothing ? [{ kind: 'note' as const, text: W.isNothing[lang] }] : []),
    ...(isWhole ? [] : [{ kind: 'note' as const, text: W.partOnly[lang] }]),
  ]
}

function versionSection(versions: readonly PurchaseReportItem[], lang: Language): DetailSection {
  return {
    ...{ id: 'versions', title: W.versions[lang] },
    table: {
      columns: [W.version, W.when, W.who, W.bought, W.state].map((name) => ({ name: name[lang] })),
      rows: versions.map((version): TableCell[] => [
        { text: formatNumber(version.version, lang), href: reportPath(version.id) },
        { text: formatAt(version.recordedAt, lang) },
        {
          text: version.actorName ?? (version.typedBy === null ? W.operator[lang] : ''),
          small:
            version.typedBy === null ? null : fill(W.typedBy[lang], { office: version.typedBy }),
        },
        { text: kgText(version.boughtKg, lang) },
        {
          text: version.isWithdrawn ? W.isWithdrawn[lang] : '',
          small: version.reason,
        },
      ]),
      empty: '',
    },
  }
}
