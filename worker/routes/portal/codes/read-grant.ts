import type { GrantFieldsInput } from '../../../verbs/codes/grant-input.ts'

/** Markets a form has room for; a code for more is rare and gets the rest by decisions. */
export const MARKET_ROWS = 8

/** A text of a form, trimmed; empty where it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** A grant as it was typed. Rows without a market keep their place as null. */
export function readGrant(form: FormData): GrantFieldsInput {
  const text = (name: string) => textOf(form, name)
  return {
    ...{ code: text('code'), issuedOn: text('issuedOn'), documentNo: text('documentNo') },
    ...{ legacyCode: text('legacyCode'), externalId: text('externalId') },
    confirm: text('confirm') === '1',
    markets: Array.from({ length: MARKET_ROWS }, (_, i) => {
      const of = (name: string) => text(`markets.${i}.${name}`)
      if (of('market') === '') return null
      return {
        market: of('market'),
        // Checked by the verb, which names what is allowed.
        status: of('status') as 'active',
        ...{ effectiveOn: of('effectiveOn'), validTo: of('validTo'), externalId: of('externalId') },
      }
    }),
  }
}
