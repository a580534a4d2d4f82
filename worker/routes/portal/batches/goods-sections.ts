import type { Fact } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../../copy/format.ts'
import { GOODS_COPY as W } from '../../../copy/portal/goods.ts'
import { lossOf } from '../../../domain/lots/balance.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { GoodsOfBatch } from '../../../verbs/batches/goods-of-batch.ts'
import type { showBatch } from '../../../verbs/batches/show-batch.ts'
import type { Notes, Section, Sections } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'

type Shown = Awaited<ReturnType<typeof showBatch>>

/** What went in and what came of it: the kilograms, and where they are now. */
export function balanceSection({ goods, ownKg, givenKg, soldKg }: Shown, lang: Language): Sections {
  const loss = lossOf({ ownKg, inputKg: goods.inputKg })
  const kg = (value: number) => formatQuantity({ value, unit: 'kg' }, lang)
  const facts: Fact[] = [
    ...(loss === null
      ? []
      : [
          { label: W.inKg[lang], text: kg(loss.inKg) },
          { label: W.outKg[lang], text: kg(loss.outKg) },
          { label: W.loss[lang], text: lossText(loss, lang) },
        ]),
    ...(givenKg === 0 ? [] : [{ label: W.usedKg[lang], text: kg(givenKg) }]),
    ...(soldKg === 0 ? [] : [{ label: W.soldKg[lang], text: kg(soldKg) }]),
  ]
  return facts.length === 0 ? [] : [{ id: 'balance', title: W.balance, facts }]
}

function lossText({ lossKg, percent }: { lossKg: number; percent: number }, lang: Language) {
  return fill(W.lossText[lang], {
    kg: formatQuantity({ value: lossKg, unit: 'kg' }, lang),
    percent: formatNumber(percent, lang),
  })
}

/** The harvests and the goods bought in that a batch is made of, where it is of any. */
export function goodsSections({ goods }: Shown, lang: Language): Sections {
  const { harvests, purchases } = goods
  return [
    harvests.length > 0 && harvestSection(harvests, lang),
    purchases.length > 0 && purchaseSection(purchases, lang),
  ]
}

function harvestSection(harvests: GoodsOfBatch['harvests'], lang: Language): Section {
  return tableSection('harvests', harvests, {
    title: W.harvests,
    columns: [
      column(W.harvestedOn, ({ row, isGone }) => ({
        text: formatOn(row.occurredOn, lang),
        small: isGone ? W.takenBack : undefined,
      })),
      column(W.area, ({ row }) => row.siteName),
      column(W.quantityKg, ({ quantityKg }) => formatNumber(quantityKg, lang), 'number'),
      column(W.harvestLeft, ({ leftKg }) => formatNumber(leftKg, lang), 'number'),
    ],
    empty: W.harvestsEmpty,
  })
}

function purchaseSection(purchases: GoodsOfBatch['purchases'], lang: Language): Section {
  return tableSection('purchases', purchases, {
    title: W.purchasesGroup,
    text: W.purchasesText,
    columns: [
      column(W.seller, ({ seller }) => seller),
      column(W.quantityKg, ({ quantityKg }) => formatNumber(quantityKg, lang), 'number'),
      column(W.boughtOn, ({ boughtOn }) => formatOn(boughtOn, lang)),
      column(W.paperNo, ({ paperNo }) => ({ text: paperNo ?? '', code: true })),
    ],
    empty: W.purchasesEmpty,
  })
}

/** Told where the diary no longer stands behind what the batch took. */
export function goodsNotes({ batch, goods }: Shown, lang: Language): Notes {
  if (batch.annulledAt !== null || goods.standingKg >= goods.inputKg) return []
  const kg = (value: number) => formatQuantity({ value, unit: 'kg' }, lang)
  const text = fill(W.corrected[lang], {
    ...{ declared: kg(goods.inputKg), standing: kg(goods.standingKg) },
  })
  return [{ kind: 'warning', text }]
}
