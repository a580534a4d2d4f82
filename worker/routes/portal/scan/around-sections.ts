import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../../copy/format.ts'
import { INSPECTION_COPY as W } from '../../../copy/portal/inspection.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { Inspected, InspectedBatch } from '../../../verbs/inspection/inspect-label.ts'
import { batchPath } from '../batches/batch-table.ts'
import { sitePath } from '../path-in.ts'
import type { Section, Sections } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { scanPath } from './scan-path.ts'

const MOST_LOTS = 50
/** A telephone shows few; all of them have a page of their own. */
const MOST_HOUSEHOLDS = 10

/** Where goods come from, back to households, and where they went. */
export function aroundSections({ around, batch }: Inspected, lang: Language): Sections {
  if (around === null || batch === null) return []
  return [
    areaSection(around, lang),
    ...householdSection(around, lang),
    lotSection(around, { lang, ref: batch.ref }),
    receiverSection(around, lang),
    sisterSection(around, lang),
  ]
}

function areaSection({ areas }: InspectedBatch, lang: Language): Section {
  return tableSection('sources', areas, {
    title: W.back,
    columns: [
      column(W.area, ({ siteId, siteName, commune }) => ({
        text: siteName,
        href: sitePath(siteId),
        small: commune,
      })),
      column(W.producer, ({ organisation }) => organisation),
      column(W.households, ({ households }) => formatNumber(households, lang), 'number'),
    ],
    empty: W.noAreas,
  })
}

function householdSection({ households, areas }: InspectedBatch, lang: Language): Sections {
  if (households.length === 0) return []
  return [
    tableSection('households', households.slice(0, MOST_HOUSEHOLDS), {
      title: W.householdList,
      columns: [
        column(W.household, ({ name, siteName }) => ({ text: name, small: siteName })),
        column(W.plot, ({ plot }) => plot),
        column(
          W.size,
          ({ areaHa }) => (areaHa === null ? '' : formatNumber(areaHa, lang)),
          'number',
        ),
      ],
      links: areas.map(({ siteId, siteName }) => ({
        href: `${sitePath(siteId)}/households`,
        text: fill(W.allHouseholds[lang], { site: siteName }),
      })),
    }),
  ]
}

function lotSection(
  { up, down }: InspectedBatch,
  { lang, ref: from }: { readonly lang: Language; readonly ref: string },
): Section {
  const lots = [
    ...up.batches.map((row) => ({ ...row, way: W.into })),
    ...down.batches.map((row) => ({ ...row, way: W.outOf })),
  ].filter(({ steps }) => steps > 0)
  const isCut = !up.complete || !down.complete || lots.length > MOST_LOTS
  const { lot, product, quantity } = goodsColumns(lang)
  return tableSection('lots', lots.slice(0, MOST_LOTS), {
    title: W.lots,
    columns: [lot, column(W.direction, ({ way }) => way), product, quantity],
    empty: W.noLots,
    after: isCut ? W.cut : undefined,
    links: lots.length === 0 ? [] : [{ href: `${batchPath(from)}/trace`, text: W.trace }],
  })
}

type Goods = InspectedBatch['sisters'][number]

function goodsColumns(lang: Language) {
  return {
    lot: column(W.lot, ({ lot, ref }: Goods) => ({
      text: lot,
      href: scanPath(ref),
      code: true,
      small: ref,
    })),
    product: column(W.product, ({ product, organisation }: Goods) => ({
      text: product,
      small: organisation,
    })),
    quantity: column(W.quantity, ({ quantityValue: value, quantityUnit: unit }: Goods) =>
      formatQuantity({ value, unit }, lang),
    ),
  }
}

function receiverSection({ sales }: InspectedBatch, lang: Language): Section {
  return tableSection('receivers', sales, {
    title: W.receivers,
    columns: [
      column(W.receivers, ({ buyer, paperNo }) => ({ text: buyer, small: paperNo })),
      column(W.lot, ({ lot, ref }) => ({ text: lot, href: scanPath(ref), code: true })),
      column(W.soldOn, ({ soldOn }) => formatOn(soldOn, lang)),
      column(W.kg, ({ quantityKg }) => formatNumber(quantityKg, lang), 'number'),
    ],
    empty: W.noReceivers,
  })
}

function sisterSection({ sisters }: InspectedBatch, lang: Language): Section {
  const { lot, product, quantity } = goodsColumns(lang)
  return tableSection('sisters', sisters, {
    title: W.sisters,
    columns: [lot, product, quantity],
    empty: W.noSisters,
  })
}
