import type { GrantedItem } from '../../../../db/queries/own-codes.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { CONTRACT_COPY as C } from '../../../copy/portal/contract.ts'
import { MY_CODES_COPY as W } from '../../../copy/portal/my-codes.ts'
import { leftKgOf } from '../../../domain/code-use/authorisation-for.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { OwnCodes } from '../../../verbs/own-codes/read-own-codes.ts'
import { sitePath } from '../path-in.ts'
import type { Section } from '../show-detail-page.ts'
import { type ColumnOf, column, tableSection } from '../table-of.ts'
import { marketsText } from './quota-section.ts'

/** Whom one lets use one's areas. */
export function grantedSection({ granted, codes }: OwnCodes, lang: Language): Section {
  const areas = new Map(
    codes.flatMap(({ siteId, siteName, slot }) =>
      slot === 'growing_area' ? [[siteId, siteName] as const] : [],
    ),
  )
  return tableSection('granted', granted, {
    title: W.granted,
    columns: grantColumns({ lang, isOurs: true }),
    empty: W.noGrants,
    links: [...areas].slice(0, 10).map(([id, name]) => ({
      href: linksPath(id),
      text: fill(W.grant[lang], { site: name }),
    })),
  })
}

/** Whose areas one may use. */
export function receivedSection({ received }: OwnCodes, lang: Language): Section {
  return tableSection('received', received, {
    title: W.received,
    columns: grantColumns({ lang, isOurs: false }),
    empty: W.noReceived,
  })
}

function grantColumns(of: {
  readonly lang: Language
  readonly isOurs: boolean
}): readonly ColumnOf<GrantedItem>[] {
  const { lang, isOurs } = of
  return [
    column(W.party, (row) => ({
      text: isOurs ? row.packerName : row.holderName,
      href: isOurs ? linksPath(row.areaId) : undefined,
      small: standingOf(row) ?? row.contractNo,
    })),
    // A place of somebody else is known by its code alone.
    column(W.site, (row) => ({
      text: isOurs ? row.areaName : (row.areaCode ?? '…'),
      code: !isOurs,
    })),
    column(W.period, (row) => periodText(row, lang)),
    column(W.limit, (row) => limitOf(row, lang)),
    column(W.market, ({ markets }) => marketsText(markets, lang)),
  ]
}

function standingOf({ endedAt, isConfirmed }: GrantedItem) {
  if (endedAt !== null) return W.over
  return isConfirmed ? null : W.notConfirmed
}

function periodText({ fromOn, toOn }: GrantedItem, lang: Language): string {
  return `${formatOn(fromOn, lang)} – ${toOn === null ? '' : formatOn(toOn, lang)}`.trim()
}

function limitOf(row: GrantedItem, lang: Language) {
  const { quantityKg, usedKg } = row
  const kg = (value: number) => formatQuantity({ value, unit: 'kg' }, lang)
  const left = leftKgOf(row)
  return {
    text: quantityKg === null ? C.noLimit : kg(quantityKg),
    small:
      left === null
        ? fill(C.used[lang], { used: kg(usedKg) })
        : fill(C.usedOf[lang], { used: kg(usedKg), left: kg(left) }),
  }
}

function linksPath(siteId: string): string {
  return `${sitePath(siteId)}/links`
}
