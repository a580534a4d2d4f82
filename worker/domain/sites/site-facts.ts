import { SITE_FACT_COPY as W } from '../../copy/site-fact.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/**
 * A plain fact of a site: what is asked, kept, shown, logged, listed and published of it without a
 * rule of its own. Forms, pages, lists in and out, the log, the register and the open data all derive
 * from this: a further fact is a column of the table, an entry here and its words.
 */
export type SiteFact = {
  /** How its value is typed, kept and read from a cell. */
  readonly holds: 'line' | 'area' | 'decimal' | 'count' | 'phone'
  /** Of a line: its longest, in characters. */
  readonly max?: number
  readonly label: LocalText
  readonly hint?: LocalText
  /** What the log, the history and changes of a list call it, where that says more. */
  readonly logged?: LocalText
  /** Part of the form, in this order of facts; those of one row stand side by side. */
  readonly group: 'where' | 'size' | 'contact'
  readonly row?: string
  /** Only for sites whose codes fill this slot of a label; only for sites of these kinds. */
  readonly slot?: 'growing_area' | 'packing_house'
  readonly kinds?: readonly string[]
  /** The log tells that it changed, never to what. */
  readonly audit?: 'hidden'
  readonly sheet?: SheetColumn
  /** What anyone may know: how the page of a code calls it, and what its column of the open data means. */
  readonly published?: { readonly label: LocalText; readonly column: LocalText }
}

/** A column of the list of codes, read in and written out. */
type SheetColumn = {
  /** As it is written; without what stands in brackets it is how messages call it. */
  readonly heading: string
  readonly width: number
  /** What else people call it, by `|`. */
  readonly synonyms: string
  /** Figures that add up, so that a row of totals can be checked. */
  readonly additive?: 'number'
  /** Beside which column it stands: columns that lists have had for long stay where they were. */
  readonly after: 'plantedAreaHa' | 'validTo'
}

export const SITE_FACTS = {
  hamlet: {
    holds: 'line',
    max: 200,
    label: W.hamlet,
    logged: W.hamletLogged,
    group: 'where',
    row: 'where',
  },
  /** As written on papers from before 2025-07-01. */
  formerDistrict: {
    holds: 'line',
    max: 120,
    label: W.formerDistrict,
    hint: W.formerDistrictHint,
    group: 'where',
    row: 'where',
  },
  /** No column of its own in lists: there it follows from the areas of the crops. */
  areaHa: {
    holds: 'area',
    label: W.area,
    hint: W.areaHint,
    logged: W.areaLogged,
    group: 'size',
    row: 'size',
    published: { label: W.areaPublic, column: W.areaColumn },
  },
  capacityTPerDay: {
    holds: 'decimal',
    label: W.capacity,
    group: 'size',
    row: 'size',
    slot: 'packing_house',
    sheet: {
      heading: 'Công suất (tấn/ngày)',
      width: 18,
      synonyms:
        'Công suất đóng gói | Công suất tấn/ngày | Công suất thiết kế | Năng lực đóng gói | Capacity | Capacity t per day',
      additive: 'number',
      after: 'plantedAreaHa',
    },
  },
  householdCount: {
    holds: 'count',
    label: W.householdCount,
    group: 'size',
    row: 'size',
    slot: 'growing_area',
    sheet: {
      heading: 'Số hộ',
      width: 8,
      synonyms:
        'Số hộ tham gia | Số hộ dân | Số nông hộ | Số lượng hộ | Households | Household count',
      additive: 'number',
      after: 'plantedAreaHa',
    },
  },
  waterSource: {
    holds: 'line',
    max: 120,
    label: W.waterSource,
    hint: W.waterSourceHint,
    group: 'size',
    kinds: ['growing_area'],
    sheet: {
      heading: 'Nguồn nước tưới',
      width: 24,
      synonyms:
        'Nguồn nước | Nước tưới | Nguồn tưới | Nguồn nước tưới tiêu | Water source | Irrigation water source | Irrigation',
      after: 'validTo',
    },
    published: { label: W.waterSource, column: W.waterSourceColumn },
  },
  representative: {
    holds: 'line',
    max: 120,
    label: W.representative,
    group: 'contact',
    row: 'contact',
  },
  phone: { holds: 'phone', label: W.phone, group: 'contact', row: 'contact', audit: 'hidden' },
} as const satisfies Record<string, SiteFact>

type Facts = typeof SITE_FACTS

export type SiteFactName = keyof Facts

type ValueOf<T extends SiteFact['holds']> = T extends 'line' | 'phone'
  ? string | null
  : number | null

/** What is kept of a site, by fact. */
export type SiteFacts = { readonly [K in SiteFactName]: ValueOf<Facts[K]['holds']> }

type NamesWith<P extends keyof SiteFact> = {
  [K in SiteFactName]: Facts[K] extends Readonly<Record<P, object>> ? K : never
}[SiteFactName]

export type ListedFactName = NamesWith<'sheet'>
export type PublishedFactName = NamesWith<'published'>

/** Facts with a column of their own in lists of codes. */
export type ListedFacts = Pick<SiteFacts, ListedFactName>
/** Facts that anyone may know. */
export type PublishedFacts = Pick<SiteFacts, PublishedFactName>

/** The facts by name, in their order; with what each may say of itself. */
export const SITE_FACT_ENTRIES = Object.entries(SITE_FACTS) as [SiteFactName, SiteFact][]

export const SITE_FACT_NAMES = SITE_FACT_ENTRIES.map(([name]) => name)
export const LISTED_FACTS = namesWith('sheet') as readonly ListedFactName[]
export const PUBLISHED_FACTS = namesWith('published') as readonly PublishedFactName[]

function namesWith(property: keyof SiteFact): readonly SiteFactName[] {
  return SITE_FACT_ENTRIES.flatMap(([name, fact]) => (fact[property] === undefined ? [] : [name]))
}
