import type { Decimal } from './decimal.ts'
import { groupThousands } from './group-thousands.ts'

/** `1.234,5`: dots between thousands, decimal comma. */
export function formatDecimal(value: Decimal): string {
  const [whole = '0', fraction] = value.split('.')
  const grouped = (whole.startsWith('-') ? '-' : '') + groupThousands(whole.replace('-', ''), '.')
  return fraction === undefined ? grouped : `${grouped},${fraction}`
}

/** `2,5 ha`, with a no-break space so that number and unit stay on one line. */
export function formatQuantity(value: Decimal, unit: string): string {
  return `${formatDecimal(value)}\u00a0${unit}`
}
