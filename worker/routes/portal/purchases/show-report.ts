import type { PurchaseReportItem } from '../../../../db/queries/purchase-reports.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber } from '../../../copy/format.ts'
import { periodName } from '../../../copy/portal/period-name.ts'
import { PURCHASE_COPY as F } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { targetOf } from '../../../verbs/codes/target-of.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { showReport } from '../../../verbs/purchases/read-report.ts'
import type { Portal } from '../portal-route.ts'
import { type Notes, type Section, showDetailPage } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { kgText, lineColumns } from './line-table.ts'
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
  return showDetailPage(portal, {
    title: fill(W.report[lang], { period: periodName(row)[lang] }),
    back: { href: PURCHASES_PATH, text: W.title },
    done: DONE,
    notes: notesOf(shown, { isWhole }),
    primary: mayWrite ? { href: `${path}/correct`, text: W.correct } : undefined,
    links: mayWrite ? [{ href: `${path}/withdraw`, text: W.withdraw }] : [],
    facts: [
      { label: W.reporter, text: row.reporter },
      { label: F.period, text: periodName(row) },
      { label: W.state, text: stateText(row, lang) },
      ...(isWhole
        ? [
            { label: F.boughtKg, text: kgText(row.boughtKg, lang) },
            { label: F.soldKg, text: kgText(row.soldKg, lang) },
          ]
        : []),
      row.reason !== null && { label: F.reason, text: row.reason },
    ],
    sections: [
      tableSection('lines', lines, {
        title: W.lines,
        columns: lineColumns(lang),
        empty: W.isNothing,
      }),
      isWhole && versionSection(versions, lang),
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
  { isWhole }: { readonly isWhole: boolean },
): Notes {
  const isNothing = lines.length === 0 && !row.isWithdrawn
  return [
    row.replacedBy !== null && { kind: 'warning', text: W.isReplaced },
    isNothing && { kind: 'note', text: W.isNothing },
    !isWhole && { kind: 'note', text: W.partOnly },
  ]
}

function versionSection(versions: readonly PurchaseReportItem[], lang: Language): Section {
  return tableSection('versions', versions, {
    title: W.versions,
    columns: [
      column(W.version, ({ version, id }) => ({
        text: formatNumber(version, lang),
        href: reportPath(id),
      })),
      column(W.when, ({ recordedAt }) => formatAt(recordedAt, lang)),
      column(W.who, ({ actorName, typedBy: office }) => ({
        text: actorName ?? (office === null ? W.operator : ''),
        small: office === null ? null : fill(W.typedBy[lang], { office }),
      })),
      column(W.bought, ({ boughtKg }) => kgText(boughtKg, lang)),
      column(W.state, ({ isWithdrawn, reason }) => ({
        text: isWithdrawn ? W.isWithdrawn : '',
        small: reason,
      })),
    ],
  })
}
