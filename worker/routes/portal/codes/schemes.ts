import type { SchemeRow } from '../../../../db/queries/code-schemes.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { nameIn, SITE_KINDS } from '../../../copy/names.ts'
import { MARKET_RULES, SCHEME_COPY as W } from '../../../copy/portal/scheme.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { SCHEME } from '../../../resources/scheme.ts'
import { listSchemes } from '../../../verbs/schemes/list-schemes.ts'
import { recordRoutes } from '../records/record-routes.ts'

/** Formats of codes, which administrators keep. */
export const schemeRoutes = recordRoutes<SchemeRow>({
  resource: SCHEME,
  path: '/portal/schemes',
  words: W,
  list: ({ ctx }) => listSchemes(ctx),
  columns: [W.title, W.kind, W.sample, W.marketRule, W.period],
  cells: cellsOf,
})

function cellsOf(row: SchemeRow, lang: Language): TableCell[] {
  return [
    {
      text: row.name[lang],
      href: `/portal/schemes/${encodeURIComponent(row.id)}`,
      small: row.id,
    },
    { text: nameIn(SITE_KINDS, row.kind, lang) },
    { text: row.sample, code: true, small: row.pattern },
    { text: MARKET_RULES[row.marketRule][lang] },
    { text: periodOf(row, lang), small: row.source },
  ]
}

function periodOf({ validFrom, validTo }: SchemeRow, lang: Language): string {
  const parts = [
    validFrom === null ? null : fill(W.from[lang], { on: formatOn(validFrom, lang) }),
    validTo === null ? null : fill(W.to[lang], { on: formatOn(validTo, lang) }),
  ].filter((part) => part !== null)
  return parts.length === 0 ? W.always[lang] : parts.join(' ')
}
