import type { Decimal } from '../lib/measure/decimal.ts'
import { groupThousands } from '../lib/measure/group-thousands.ts'
import type { Language } from '../lib/text/local-text.ts'

/** An exact figure with every digit it has: `0,0005` in Vietnamese, `0.0005` in English and Chinese. */
export function decimalIn(value: Decimal, lang: Language): string {
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.']
  const sign = value.startsWith('-') ? '-' : ''
  const [whole = '0', fraction] = value.slice(sign.length).split('.')
  return `${sign}${groupThousands(whole, group)}${fraction === undefined ? '' : `${point}${fraction}`}`
}
