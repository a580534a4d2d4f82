import { formatNumber, formatOn } from '../../../copy/format.ts'
import { BATCH_COPY } from '../../../copy/portal/batch.ts'
import { PORTAL_COPY as P } from '../../../copy/portal/common.ts'
import { RECALL_COPY as W } from '../../../copy/portal/recall.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { BATCH_SALE } from '../../../resources/batch-sale.ts'
import { textsOf, versionOf } from '../../../resources/resource.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import type { SaleOfBatch } from '../../../verbs/batches/show-batch.ts'
import { openRecord } from '../../../verbs/records/open-record.ts'
import { removeStanding } from '../../../verbs/records/remove-standing.ts'
import { addRecord, editRecord } from '../../../verbs/records/save-record.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import type { Section } from '../show-detail-page.ts'
import { seeOther } from '../show-portal-page.ts'
import { column, tableSection } from '../table-of.ts'
import { batchPath } from './batch-table.ts'

const PATH = '/portal/batches/:ref/sales'
const may = 'batches.write'

/** Who goods of a batch went to, one step forward. */
export const saleRoutes: readonly PortalRoute[] = [
  ...recordForm({
    path: `${PATH}/new`,
    may,
    load: openWhole,
    values: ({ ctx }) => ({ soldOn: vietnamDateOf(ctx.now()) }),
    asks: BATCH_SALE,
    once: ({ ctx, texts }, { whole }) => addRecord(ctx, BATCH_SALE, { texts, whole }),
    back: ({ ref }) => batchPath(ref),
    done: (_, { ref }) => `${batchPath(ref)}?done=saved#sales`,
    page: ({ lang }) => ({
      title: W.addSale[lang],
      note: W.salesText[lang],
      save: P.save[lang],
    }),
  }),
  ...recordForm({
    path: `${PATH}/:sale`,
    may,
    load: openSale,
    values: ({ row }) => textsOf(BATCH_SALE, row),
    stamp: ({ row }) => ({ expected: versionOf(BATCH_SALE, row) }),
    asks: BATCH_SALE,
    back: ({ ref }) => batchPath(ref),
    act: ({ ctx, texts }, { whole, row }) => {
      const expected = texts['expected'] ?? ''
      return editRecord(ctx, BATCH_SALE, { id: String(row['id']), whole, texts, expected })
    },
    done: (_, { ref }) => `${batchPath(ref)}?done=saved#sales`,
    page: ({ lang }) => ({ title: W.editSale[lang], save: P.save[lang] }),
  }),
  { method: 'POST', path: `${PATH}/:sale/remove`, may, handle: remove },
]

async function openWhole({ param, ctx }: Portal) {
  const { id, ref, organisationId } = await loadBatch(ctx, param('ref'), may)
  return { ctx, ref, whole: { id, target: { organisationId, place: null } } }
}

async function openSale(portal: Portal) {
  const opened = await openWhole(portal)
  const id = portal.param('sale')
  const row = await openRecord(portal.ctx, BATCH_SALE, { id, whole: opened.whole, to: 'write' })
  return { ...opened, row }
}

async function remove(portal: Portal): Promise<Response> {
  const { ref, whole } = await openWhole(portal)
  await removeStanding(portal.ctx, BATCH_SALE, { id: portal.param('sale'), whole })
  return seeOther(portal, `${batchPath(ref)}?done=saved#sales`)
}

/** Who goods of a batch went to, on its page. */
export function salesSection(
  sales: readonly SaleOfBatch[],
  shown: { readonly ref: string; readonly mayWrite: boolean; readonly lang: Portal['lang'] },
): Section {
  const { ref, mayWrite, lang } = shown
  const base = `${batchPath(ref)}/sales`
  return tableSection('sales', sales, {
    title: W.sales,
    text: W.salesText,
    columns: [
      column(W.buyer, ({ sale }) => ({
        text: sale.buyer,
        href: mayWrite ? `${base}/${encodeURIComponent(sale.id)}` : undefined,
        small: [sale.phone, sale.email].filter((part) => part !== null).join(' · '),
      })),
      column(W.quantityKg, ({ sale }) => formatNumber(sale.quantityKg, lang), 'number'),
      column(W.soldOn, ({ sale }) => formatOn(sale.soldOn, lang)),
      column(W.paperNo, ({ sale }) => sale.paperNo ?? ''),
      column('', ({ sale }) =>
        mayWrite
          ? {
              text: '',
              button: {
                action: `${base}/${encodeURIComponent(sale.id)}/remove`,
                text: BATCH_COPY.remove,
              },
            }
          : { text: '' },
      ),
    ],
    empty: W.salesEmpty,
    links: mayWrite ? [{ href: `${base}/new`, text: W.addSale }] : [],
  })
}
