import type { OwnUse } from '../../../../db/queries/code-disputes.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { ENTITLEMENT_NAMES, MY_CODES_COPY as W } from '../../../copy/portal/my-codes.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'

export const MY_CODES_PATH = '/portal/my-codes'
export const USES_PATH = `${MY_CODES_PATH}/uses` as const

export const USE_COLUMNS = [W.batch, W.packer, W.code, W.packedOn, W.quantity, W.right] as const

/** A use of a code in a list; what may still be disputed leads to where that is done. */
export function useCells(row: OwnUse, lang: Language): TableCell[] {
  const { ref, lot, productName, packerName, packerId, holderId, code, siteName } = row
  const { packedOn, quantityKg, entitlement, disputedAt } = row
  const mayDispute = disputedAt === null && packerId !== holderId
  const kg = quantityKg === null ? null : formatQuantity({ value: quantityKg, unit: 'kg' }, lang)
  return [
    {
      text: `${productName}, ${lot}`,
      ...(mayDispute ? { href: disputePath({ ref, code }) } : {}),
      small: ref,
    },
    { text: packerName },
    { text: code, code: true, small: siteName },
    { text: formatOn(packedOn, lang) },
    { text: kg ?? W.notByMass[lang] },
    {
      text: entitlement === null ? '' : ENTITLEMENT_NAMES[entitlement][lang],
      small: noteOf(row, lang),
    },
  ]
}

export function disputePath({ ref, code }: { readonly ref: string; readonly code: string }) {
  return `${USES_PATH}/${ref}/${encodeURIComponent(code)}/dispute`
}

function noteOf({ annulledAt, disputedAt, caseState }: OwnUse, lang: Language): string | null {
  if (disputedAt !== null) {
    const on = formatOn(vietnamDateOf(disputedAt), lang)
    const told = fill(W.disputed[lang], { on })
    return caseState === 'closed' ? `${told}. ${W.settled[lang]}` : told
  }
  return annulledAt === null ? null : W.annulled[lang]
}
