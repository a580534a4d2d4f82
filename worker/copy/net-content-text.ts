import type { NetContentUnit } from '../domain/products/net-content.ts'
import type { Language } from '../lib/text/local-text.ts'
import { formatNumber } from './format.ts'
import { NET_CONTENT_UNIT_NAMES } from './names.ts'

/** What one pack holds, in words; null where nobody has said. */
export function netContentText(
  told: {
    readonly netContentValue: number | null
    readonly netContentUnit: NetContentUnit | null
  },
  lang: Language,
): string | null {
  const { netContentValue: value, netContentUnit: unit } = told
  if (value === null || unit === null) return null
  return `${formatNumber(value, lang)} ${NET_CONTENT_UNIT_NAMES[unit][lang]}`
}
