import { groupThousands } from '../lib/measure/group-thousands.ts'
import type { Language } from '../lib/text/local-text.ts'
import { trimEndOf } from '../lib/text/trim-end.ts'
import { unitName } from './units.ts'

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const VIETNAM_OFFSET_MS = 7 * 3_600_000

/**
 * A calendar date as people write it: `05/03/2026`, `5 March 2026`, `2026年3月5日`.
 * Anything but `yyyy-mm-dd` comes back unchanged, so a reader sees what was recorded.
 */
export function formatOn(iso: string, lang: Language): string {
  const [, year, month, day] = ISO_DATE.exec(iso) ?? []
  if (year === undefined || month === undefined || day === undefined) return iso
  switch (lang) {
    case 'vi':
      return `${day}/${month}/${year}`
    case 'en':
      return `${Number(day)} ${MONTHS_EN[Number(month) - 1] ?? month} ${year}`
    case 'zh':
      return `${year}年${Number(month)}月${Number(day)}日`
  }
}

/**
 * An instant (epoch milliseconds or ISO 8601) in Vietnamese time, which has been UTC+7 without
 * daylight saving since 1975. An unreadable instant comes back unchanged.
 */
export function formatAt(instant: number | string, lang: Language): string {
  if (typeof instant !== 'number' || !(instant >= 0 && instant < LATEST_KEPT)) {
    return writeAt(instant, lang)
  }
  // What is said of instants of one minute is the same, and every scan asks for the running one.
  const minute = Math.floor(instant / MINUTE_MS)
  const known = minutes[lang].get(minute)
  if (known !== undefined) return known
  const text = writeAt(instant, lang)
  if (minutes[lang].size >= KEPT_MINUTES) minutes[lang].clear()
  minutes[lang].set(minute, text)
  return text
}

const MINUTE_MS = 60_000
const KEPT_MINUTES = 50
/** The year 9999, long before the last instant that can be written. */
const LATEST_KEPT = 253_370_764_800_000

const minutes: Record<Language, Map<number, string>> = {
  vi: new Map(),
  en: new Map(),
  zh: new Map(),
}

function writeAt(instant: number | string, lang: Language): string {
  const shifted = shiftToVietnam(instant)
  if (shifted === null) return String(instant)
  const on = formatOn(shifted.slice(0, 10), lang)
  const time = shifted.slice(11, 16)
  switch (lang) {
    case 'vi':
      return `${time} ngày ${on}`
    case 'en':
      return `${time} on ${on} (Vietnam time)`
    case 'zh':
      return `${on} ${time}（越南时间）`
  }
}

/** The Vietnamese calendar date (`yyyy-mm-dd`) of an instant; null when it cannot be read. */
export function vietnamDateOfInstant(instant: number | string): string | null {
  return shiftToVietnam(instant)?.slice(0, 10) ?? null
}

/**
 * A number with the separators of the language, at most three decimals: `1.234,5` in Vietnamese,
 * `1,234.5` in English and Chinese.
 */
export function formatNumber(value: number, lang: Language): string {
  if (!Number.isFinite(value)) return String(value)
  const rounded = trimEndOf(trimEndOf(Math.abs(value).toFixed(3), '0'), '.')
  const [whole = '0', fraction] = rounded.split('.')
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.']
  const grouped = groupThousands(whole, group)
  const sign = value < 0 && rounded !== '0' ? '-' : ''
  return `${sign}${grouped}${fraction === undefined ? '' : `${point}${fraction}`}`
}

/** A number with its unit, kept on one line by a no-break space: `2,5 ha`, `1.200 kg`. */
export function formatQuantity(
  quantity: { readonly value: number; readonly unit: string },
  lang: Language,
): string {
  return `${formatNumber(quantity.value, lang)}\u00a0${unitName(quantity.unit, lang)}`
}

function shiftToVietnam(instant: number | string): string | null {
  const at = typeof instant === 'number' ? instant : Date.parse(instant)
  const shifted = at + VIETNAM_OFFSET_MS
  if (!Number.isFinite(shifted) || Math.abs(shifted) > 8.64e15) return null
  return new Date(shifted).toISOString()
}
