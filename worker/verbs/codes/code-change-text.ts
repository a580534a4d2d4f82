import type { RegisterSite } from '../../../db/queries/code-register.ts'
import { fill } from '../../copy/fill.ts'
import { formatNumber, formatOn } from '../../copy/format.ts'
import { marketName } from '../../copy/markets.ts'
import { codeStatusName } from '../../copy/names.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import type { Said } from '../../domain/decisions/types.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import type { CodeWrite } from './code-write.ts'
import { SITE_CHANGE_NAMES } from './site-change-names.ts'

/** What a row of a list of codes adds or changes, as one Vietnamese sentence. */
export function describeChange(input: {
  readonly record: CodeRecord
  readonly write: CodeWrite
  readonly decisions: readonly {
    readonly market: string
    readonly decisions: readonly Pick<Said, 'status' | 'effectiveOn'>[]
  }[]
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

function siteNews(before: RegisterSite, after: RegisterSite): string[] {
  return Object.entries(SITE_CHANGE_NAMES).flatMap(([field, label]) => {
    const key = field as keyof RegisterSite
    if (before[key] === after[key]) return []
    return [`${label} ${shown(before[key])} → ${shown(after[key])}`]
  })
}

function shown(value: string | number | null): string {
  if (value === null) return CODE_REPORT.nothing
  return typeof value === 'number' ? formatNumber(value, 'vi') : value
}
