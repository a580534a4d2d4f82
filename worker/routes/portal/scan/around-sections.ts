import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../../copy/format.ts'
import { INSPECTION_COPY as W } from '../../../copy/portal/inspection.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import type { Inspected, InspectedBatch } from '../../../verbs/inspection/inspect-label.ts'
import { batchPath } from '../batches/batch-table.ts'
import type { SaidSection, SaidSections } from '../show-detail-page.ts'
import { scanPath } from './scan-path.ts'

const MOST_LOTS = 50
/** A telephone shows few; all of them have a page of their own. */
const MOST_HOUSEHOLDS = 10

/** Where goods come from, back to households, and where they went. */
export function aroundSections({ around, batch }: Inspected, lang: Language): SaidSections {
  if (around === null || batch === null) return []
  return [
    areaSection(around, lang),
    ...householdSection(around, lang),
    lotSection(around, { lang, ref: batch.ref }),
    receiverSection(around, lang),
    sisterSection(around, lang),
  ]
}

function areaSection({ areas }: InspectedBatch, lang: Language): SaidSection {
  return {
    id: 'sources',
    title: W.back,
    table: {
      columns: [...named([W.area, W.producer], lang), { name: W.households, number: true }],
      rows: areas.map(({ siteId, siteName, commune, organisation, households }) => [
        { text: siteName, href: `/portal/sites/${encodeURIComponent(siteId)}`, small: commune },
        { text: organisation },
        { text: formatNumber(households, lang) },
      ]),
      empty: W.noAreas,
    },
  }
}

function householdSection({ households, areas }: InspectedBatch, lang: Language): SaidSections {
  if (households.length === 0) return []
  return [
    {
      id: 'households',
      title: W.householdList,
      table: {
        columns: [...named([W.household, W.plot], lang), { name: W.size, number: true }],
        rows: households
          .slice(0, MOST_HOUSEHOLDS)
          .map(({ name, plot, areaHa, siteName }) => [
            { text: name, small: siteName },
            { text: plot ?? '' },
            { text: areaHa === null ? '' : formatNumber(areaHa, lang) },
          ]),
        empty: '',
      },
      links: areas.map(({ siteId, siteName }) => ({
        href: `/portal/sites/${encodeURIComponent(siteId)}/households`,
        text: fill(W.allHouseholds[lang], { site: siteName }),
      })),
    },
  ]
}

function lotSection(
  { up, down }: InspectedBatch,
  { lang, ref }: { readonly lang: Language; readonly ref: string },
): SaidSection {
  const lots = [
    ...up.batches.map((row) => ({ ...row, way: W.into })),
    ...down.batches.map((row) => ({ ...row, way: W.outOf })),
  ].filter(({ steps }) => steps > 0)
  const isCut = !up.complete || !down.complete || lots.length > MOST_LOTS
  return {
    id: 'lots',
    title: W.lots,
    table: {
      columns: named([W.lot, W.direction, W.product, W.quantity], lang),
      rows: lots
        .slice(0, MOST_LOTS)
        .map(({ ref: of, lot, way, product, organisation, quantityValue, quantityUnit }) => [
          { text: lot, href: scanPath(of), code: true, small: of },
          { text: way },
          { text: product, small: organisation },
          { text: formatQuantity({ value: quantityValue, unit: quantityUnit }, lang) },
        ]),
      empty: W.noLots,
    },
    after: isCut ? W.cut : undefined,
    links: lots.length === 0 ? [] : [{ href: `${batchPath(ref)}/trace`, text: W.trace }],
  }
}

function receiverSection({ sales }: InspectedBatch, lang: Language): SaidSection {
  return {
    id: 'receivers',
    title: W.receivers,
    table: {
      columns: [...named([W.receivers, W.lot, W.soldOn], lang), { name: W.kg, number: true }],
      rows: sales.map(({ buyer, paperNo, lot, ref, soldOn, quantityKg }) => [
        { text: buyer, small: paperNo },
        { text: lot, href: scanPath(ref), code: true },
        { text: formatOn(soldOn, lang) },
        { text: formatNumber(quantityKg, lang) },
      ]),
      empty: W.noReceivers,
    },
  }
}

function sisterSection({ sisters }: InspectedBatch, lang: Language): SaidSection {
  return {
    id: 'sisters',
    title: W.sisters,
    table: {
      columns: named([W.lot, W.product, W.quantity], lang),
      rows: sisters.map(({ ref, lot, product, organisation, quantityValue, quantityUnit }) => [
        { text: lot, href: scanPath(ref), code: true, small: ref },
        { text: product, small: organisation },
        { text: formatQuantity({ value: quantityValue, unit: quantityUnit }, lang) },
      ]),
      empty: W.noSisters,
    },
  }
}

function named(names: readonly LocalText[], lang: Language): { name: string; number?: boolean }[] {
  return names.map((name) => ({ name: name[lang] }))
}
