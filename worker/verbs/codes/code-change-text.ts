import type { RegisterSite } from '../../../db/queries/code-register.ts'
import { fill } from '../../copy/fill.ts'
import { formatNumber, formatOn } from '../../copy/format.ts'
import { marketName } from '../../copy/markets.ts'
import { codeStatusName } from '../../copy/names.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import type { FieldChange } from '../imports/planned-row.ts'
import type { RecordedForMarket } from './code-decisions.ts'
import type { CodeWrite } from './code-write.ts'
import { CODE_CHANGE_NAMES, SITE_CHANGE_NAMES } from './site-change-names.ts'

type MarketDecisions = readonly (RecordedForMarket & { readonly market: string })[]

/** What a row of a list of codes adds or changes, as one Vietnamese sentence. */
export function describeChange(input: {
  readonly record: CodeRecord
  readonly write: CodeWrite
  readonly decisions: MarketDecisions
}): string {
  const { record, write, decisions } = input
  const parts: string[] = []
  if (write.organisations.length > 0)
    parts.push(fill(CODE_REPORT.newHolder, { name: record.holderName }))
  if (write.sites.length > 0) parts.push(fill(CODE_REPORT.newSite, { name: record.siteName }))
  for (const { before, after } of write.siteUpdates) parts.push(...siteNews(before, after))
  if (write.sites.length === 0) {
    for (const crop of write.crops) {
      const area =
        crop.plantedAreaHa === null ? '' : ` ${formatNumber(crop.plantedAreaHa, 'vi')} ha`
      parts.push(fill(CODE_REPORT.crop, { crop: crop.crop, area }))
    }
  }
  for (const { market, decisions: news } of decisions) {
    for (const { status, effectiveOn } of news) {
      const text = fill(CODE_REPORT.statusFrom, {
        status: codeStatusName(status, 'vi'),
        on: formatOn(effectiveOn, 'vi'),
      })
      parts.push(`${marketName(market, 'vi')}: ${text}`)
    }
  }
  if (parts.length === 0) parts.push(CODE_REPORT.details)
  const { code } = record
  const what = write.codes.length > 0 ? fill(CODE_REPORT.newCode, { code }) : code
  return `${what}: ${parts.join('; ')}`
}

/** Each field that a row changes of what is on record, as it was and as it becomes. */
export function changedFields(input: {
  readonly write: CodeWrite
  readonly decisions: MarketDecisions
}): FieldChange[] {
  const { write, decisions } = input
  return [
    ...write.siteUpdates.flatMap(({ before, after }) => siteFields(before, after)),
    ...write.changes.flatMap(codeFields),
    ...decisions.flatMap(({ market, decisions: news }) =>
      news.map(({ before, status, effectiveOn }) => ({
        name: fill(CODE_REPORT.statusOn, {
          market: marketName(market, 'vi'),
          on: formatOn(effectiveOn, 'vi'),
        }),
        before: codeStatusName(before, 'vi'),
        after: codeStatusName(status, 'vi'),
      })),
    ),
  ]
}

function codeFields({ entity, before, after }: CodeWrite['changes'][number]): FieldChange[] {
  if (entity === 'site_crop') {
    const name = fill(CODE_REPORT.cropArea, { crop: text(after['crop']) })
    return [{ name, before: area(before?.['plantedAreaHa']), after: area(after['plantedAreaHa']) }]
  }
  if (entity !== 'code' && entity !== 'code_market') return []
  const market = typeof after['market'] === 'string' ? marketName(after['market'], 'vi') : null
  return Object.entries(CODE_CHANGE_NAMES).flatMap(([field, label]) => {
    const [old, now] = [before?.[field] ?? null, after[field] ?? null]
    if (!(field in after) || old === now) return []
    const name = market === null ? label : `${label}, ${market}`
    return [{ name, before: text(old), after: text(now) }]
  })
}

function siteFields(before: RegisterSite, after: RegisterSite): FieldChange[] {
  return Object.entries(SITE_CHANGE_NAMES).flatMap(([field, name]) => {
    const key = field as keyof RegisterSite
    if (before[key] === after[key]) return []
    return [{ name, before: shown(before[key]), after: shown(after[key]) }]
  })
}

function siteNews(before: RegisterSite, after: RegisterSite): string[] {
  return siteFields(before, after).map(
    ({ name, before: old, after: now }) => `${name} ${old} → ${now}`,
  )
}

function area(value: unknown): string {
  return typeof value === 'number' ? `${formatNumber(value, 'vi')} ha` : CODE_REPORT.nothing
}

/** Days as they are written; what else there is of a code is text. */
function text(value: unknown): string {
  if (typeof value !== 'string') return CODE_REPORT.nothing
  const day = toCalendarDate(value)
  return day === null ? value : formatOn(day, 'vi')
}

function shown(value: string | number | null): string {
  if (value === null) return CODE_REPORT.nothing
  return typeof value === 'number' ? formatNumber(value, 'vi') : value
}
