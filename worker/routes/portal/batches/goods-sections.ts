import type { Fact } from '../../../../site/models/portal-common.ts'
import type { DetailSection, Note } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../../copy/format.ts'
import { GOODS_COPY as W } from '../../../copy/portal/goods.ts'
import { lossOf } from '../../../domain/lots/balance.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { GoodsOfBatch } from '../../../verbs/batches/goods-of-batch.ts'
import type { showBatch } from '../../../verbs/batches/show-batch.ts'

type Shown = Awaited<ReturnType<typeof showBatch>>

/** What went in and what came of it: the kilograms, and where they are now. */
export function balanceSection(
  { goods, ownKg, givenKg, soldKg }: Shown,
  lang: Language,
): DetailSection[] {
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
  return facts.length === 0 ? [] : [{ id: 'balance', title: W.balance[lang], facts }]
}

function lossText({ lossKg, percent }: { lossKg: number; percent: number }, lang: Language) {
  return fill(W.lossText[lang], {
    kg: formatQuantity({ value: lossKg, unit: 'kg' }, lang),
    percent: formatNumber(percent, lang),
  })
}

/** The harvests and the goods bought in that a batch is made of, where it is of any. */
export function goodsSections({ goods }: Shown, lang: Language): DetailSection[] {
  const { harvests, purchases } = goods
  return [
    ...(harvests.length === 0 ? [] : [harvestSection(harvests, lang)]),
    ...(purchases.length === 0 ? [] : [purchaseSection(purchases, lang)]),
  ]
}

function harvestSection(harvests: GoodsOfBatch['harvests'], lang: Language): DetailSection {
  return {
    id: 'harvests',
    title: W.harvests[lang],
    table: {
      columns: [
        { name: W.harvestedOn[lang] },
        { name: W.area[lang] },
        { name: W.quantityKg[lang], number: true },
        { name: W.harvestLeft[lang], number: true },
      ],
      rows: harvests.map(({ row, quantityKg, leftKg, isGone }) => [
        {
          text: formatOn(row.occurredOn, lang),
          ...(isGone ? { small: W.takenBack[lang] } : {}),
        },
        { text: row.siteName },
        { text: formatNumber(quantityKg, lang) },
        { text: formatNumber(leftKg, lang) },
      ]),
      empty: W.harvestsEmpty[lang],
    },
  }
}

function purchaseSection(purchases: GoodsOfBatch['purchases'], lang: Language): DetailSection {
  return {
    id: 'purchases',
    title: W.purchasesGroup[lang],
    text: W.purchasesText[lang],
    table: {
      columns: [
        { name: W.seller[lang] },
        { name: W.quantityKg[lang], number: true },
        { name: W.boughtOn[lang] },
        { name: W.paperNo[lang] },
      ],
      rows: purchases.map(({ seller, quantityKg, boughtOn, paperNo }) => [
        { text: seller },
        { text: formatNumber(quantityKg, lang) },
        { text: formatOn(boughtOn, lang) },
        { text: paperNo ?? '', code: true },
      ]),
      empty: W.purchasesEmpty[lang],
    },
  }
}

/** Told where the diary no longer stands behind what the batch took. */
export function goodsNotes({ batch, goods }: Shown, lang: Language): Note[] {
  if (batch.annulledAt !== null || goods.standingKg >= goods.inputKg) return []
  const kg = (value: number) => formatQuantity({ value, unit: 'kg' }, lang)
  const text = fill(W.corrected[lang], {
    ...{ declared: kg(goods.inputKg), standing: kg(goods.standingKg) },
  })
  return [{ kind: 'warning', text }]
}
