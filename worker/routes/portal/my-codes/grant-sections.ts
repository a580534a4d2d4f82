import type { GrantedItem } from '../../../../db/queries/own-codes.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CONTRACT_COPY as C } from '../../../copy/portal/contract.ts'
import { MY_CODES_COPY as W } from '../../../copy/portal/my-codes.ts'
import { leftKgOf } from '../../../domain/code-use/authorisation-for.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { OwnCodes } from '../../../verbs/own-codes/read-own-codes.ts'
import { tableOf } from './table-of.ts'

const GRANT_COLUMNS = [W.party, W.site, W.period, W.limit, W.market] as const

/** Whom one lets use one's areas. */
export function grantedSection({ granted, codes }: OwnCodes, lang: Language): DetailSection {
  const areas = new Map(
    codes.flatMap(({ siteId, siteName, slot }) =>
      slot === 'growing_area' ? [[siteId, siteName] as const] : [],
    ),
  )
  return {
    ...{ id: 'granted', title: W.granted[lang] },
    table: tableOf(GRANT_COLUMNS, lang, {
      rows: granted.map((row) => grantCells(row, { lang, isOurs: true })),
      empty: W.noGrants,
    }),
    links: [...areas].slice(0, 10).map(([id, name]) => ({
      href: linksPath(id),
      text: fill(W.grant[lang], { site: name }),
    })),
  }
}

/** Whose areas one may use. */
export function receivedSection({ received }: OwnCodes, lang: Language): DetailSection {
  return {
    ...{ id: 'received', title: W.received[lang] },
    table: tableOf(GRANT_COLUMNS, lang, {
      rows: received.map((row) => grantCells(row, { lang, isOurs: false })),
      empty: W.noReceived,
    }),
  }
}

function grantCells(
  row: GrantedItem,
  { lang, isOurs }: { readonly lang: Language; readonly isOurs: boolean },
): TableCell[] {
  const { areaId, areaName, areaCode, holderName, packerName, markets, quantityKg, usedKg } = row
  const { fromOn, toOn, endedAt, isConfirmed } = row
  const kg = (value: number) => formatQuantity({ value, unit: 'kg' }, lang)
  const left = leftKgOf(row)
  const state = endedAt !== null ? W.over : isConfirmed ? null : W.notConfirmed
  return [
    {
      text: isOurs ? packerName : holderName,
      ...(isOurs ? { href: linksPath(areaId) } : {}),
      small: state?.[lang] ?? row.contractNo,
    },
    // A place of somebody else is known by its code alone.
    { text: isOurs ? areaName : (areaCode ?? '…'), code: !isOurs },
    { text: `${formatOn(fromOn, lang)} – ${toOn === null ? '' : formatOn(toOn, lang)}`.trim() },
    {
      text: quantityKg === null ? C.noLimit[lang] : kg(quantityKg),
      small:
        left === null
          ? fill(C.used[lang], { used: kg(usedKg) })
          : fill(C.usedOf[lang], { used: kg(usedKg), left: kg(left) }),
    },
    {
      text:
        markets.length === 0
          ? C.everyMarket[lang]
          : markets.map((market) => marketName(market, lang)).join(', '),
    },
  ]
}

function linksPath(siteId: string): string {
  return `/portal/sites/${encodeURIComponent(siteId)}/links`
}
