import type { LocalText } from '../../lib/text/local-text.ts'
import { formatOn } from '../format.ts'
import { inEach } from '../in-each.ts'

const MONTH = /^(\d{4})-(\d{2})-01$/

/** A stretch of days as people call it: `tháng 10/2026`, else from which day to which; a name of its own first. */
export function periodName(period: {
  readonly fromOn: string
  readonly toOn: string
  readonly name?: string | null
}): LocalText {
  const { fromOn, toOn, name = null } = period
  const [, year = '', month = ''] = MONTH.exec(fromOn) ?? []
  const isMonth = month !== '' && toOn === lastDayOf(Number(year), Number(month))
  if (isMonth && name === null) {
    const digits = `${month}/${year}`
    return { vi: `tháng ${digits}`, en: digits, zh: `${year}年${Number(month)}月` }
  }
  const days = inEach((lang) => `${formatOn(fromOn, lang)} – ${formatOn(toOn, lang)}`)
  return name === null ? days : inEach((lang) => `${name} (${days[lang]})`)
}

function lastDayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
