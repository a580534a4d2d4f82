import type { OwnUse } from '../../../../db/queries/code-disputes.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { ENTITLEMENT_NAMES, MY_CODES_COPY as W } from '../../../copy/portal/my-codes.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import type { ColumnOf } from '../table-of.ts'
import { column } from '../table-of.ts'

export const MY_CODES_PATH = '/portal/my-codes'
export const USES_PATH = `${MY_CODES_PATH}/uses` as const

/** Uses of codes in a list; what may still be disputed leads to where that is done. */
export function ownUseColumns(lang: Language): readonly ColumnOf<OwnUse>[] {
  return [
    column(W.batch, ({ ref, lot, productName, packerId, holderId, code, disputedAt }) => ({
      text: `${productName}, ${lot}`,
      href: disputedAt === null && packerId !== holderId ? disputePath({ ref, code }) : undefined,
      small: ref,
    })),
    column(W.packer, ({ packerName }) => packerName),
    column(W.code, ({ code, siteName }) => ({ text: code, code: true, small: siteName })),
    column(W.packedOn, ({ packedOn }) => formatOn(packedOn, lang)),
    column(W.quantity, ({ quantityKg: value }) =>
      value === null ? W.notByMass : formatQuantity({ value, unit: 'kg' }, lang),
    ),
    column(W.right, (row) => ({
      text: row.entitlement === null ? '' : ENTITLEMENT_NAMES[row.entitlement],
      small: noteOf(row, lang),
    })),
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
