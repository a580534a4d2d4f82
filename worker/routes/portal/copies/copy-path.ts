import type { SuspectedLabel } from '../../../../db/queries/copies.ts'
import type { NamedUnit } from '../../../verbs/copies/open-copy.ts'
import type { Portal } from '../portal-route.ts'

export const COPIES_PATH = '/portal/copies'

const OF_GTIN = '01/'

/** Where a suspected label is shown; serials of GS1 labels are counted within their GTIN. */
export function copyPath(
  label: Pick<SuspectedLabel, 'ref' | 'unitSpace' | 'serial'>,
  more: { readonly at?: string; readonly done?: string } = {},
): string {
  const { ref, unitSpace, serial } = label
  const query = new URLSearchParams()
  if (unitSpace.startsWith(OF_GTIN)) query.set('gtin', unitSpace.slice(OF_GTIN.length))
  if (more.done !== undefined) query.set('done', more.done)
  const asked = query.size === 0 ? '' : `?${query}`
  return `${COPIES_PATH}/${ref}/${serial}${more.at ?? ''}${asked}`
}

/** The label an address of ours names. */
export function namedIn({ c, param }: Portal): NamedUnit {
  const gtin = c.req.query('gtin') ?? null
  return {
    ref: param('ref'),
    serial: param('serial'),
    gtin: gtin !== null && /^\d{14}$/.test(gtin) ? gtin : null,
  }
}
