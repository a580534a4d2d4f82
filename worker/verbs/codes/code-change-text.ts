import type { RegisterSite } from '../../../db/queries/code-register.ts'
import { formatNumber, formatOn } from '../../copy/format.ts'
import { marketName } from '../../copy/markets.ts'
import { codeStatusName } from '../../copy/names.ts'
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
  if (write.organisations.length > 0) parts.push(`thêm tổ chức ${record.holderName}`)
  if (write.sites.length > 0) parts.push(`thêm “${record.siteName}”`)
  for (const { before, after } of write.siteUpdates) parts.push(...siteNews(before, after))
  if (write.sites.length === 0) {
    for (const crop of write.crops) {
      const area =
        crop.plantedAreaHa === null ? '' : ` ${formatNumber(crop.plantedAreaHa, 'vi')} ha`
      parts.push(`cây trồng ${crop.crop}${area}`)
    }
  }
  for (const { market, decisions: news } of decisions) {
    for (const { status, effectiveOn } of news) {
      const text = `${codeStatusName(status, 'vi')} từ ${formatOn(effectiveOn, 'vi')}`
      parts.push(`${marketName(market, 'vi')}: ${text}`)
    }
  }
  if (parts.length === 0) parts.push('bổ sung thông tin')
  return `${write.codes.length > 0 ? 'mã mới ' : ''}${record.code}: ${parts.join('; ')}`
}

function siteNews(before: RegisterSite, after: RegisterSite): string[] {
  return Object.entries(SITE_CHANGE_NAMES).flatMap(([field, label]) => {
    const key = field as keyof RegisterSite
    if (before[key] === after[key]) return []
    return [`${label} ${shown(before[key])} → ${shown(after[key])}`]
  })
}

function shown(value: string | number | null): string {
  if (value === null) return 'chưa có'
  return typeof value === 'number' ? formatNumber(value, 'vi') : value
}
