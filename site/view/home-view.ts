import { fill } from '../../worker/copy/fill.ts'
import { formatNumber, formatOn } from '../../worker/copy/format.ts'
import { marketName } from '../../worker/copy/markets.ts'
import { HOME_WORDS } from '../../worker/copy/portal/home-words.ts'
import { MATTER_WORDS } from '../../worker/copy/portal/matter-words.ts'
import { WAITING_WORDS } from '../../worker/copy/portal/waiting-words.ts'
import type { Matter, MatterRow } from '../../worker/domain/access/matters.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { WaitingItem } from '../models/home.ts'
import type { TableCell } from '../models/portal-common.ts'

export type WaitingLine = { readonly count: string; readonly text: string; readonly href: string }

/** A matter on the first screen: how many, what, and where they are listed. */
export function waitingLine(item: WaitingItem, lang: Language): WaitingLine {
  const { matter, count, more, days } = item
  const n = formatNumber(count, lang)
  return {
    count: more ? fill(HOME_WORDS.moreThan[lang], { n }) : n,
    text: withDays(MATTER_WORDS[matter].line[lang], days),
    href: `/portal/waiting/${matter}`,
  }
}

/** A sentence of a matter with the days it speaks of. */
export function withDays(text: string, days: number | null): string {
  return days === null ? text : fill(text, { days })
}

type Column = {
  readonly name: string
  readonly cell: (row: MatterRow, lang: Language) => TableCell
}

/** The table of a matter: only the columns its rows have. */
export function waitingTable(
  matter: Matter,
  rows: readonly MatterRow[],
  lang: Language,
): {
  readonly columns: readonly { readonly name: string }[]
  readonly rows: readonly TableCell[][]
} {
  const columns = columnsOf(matter, lang)
  return {
    columns: columns.map(({ name }) => ({ name })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row, lang))),
  }
}

function columnsOf(matter: Matter, lang: Language): readonly Column[] {
  const W = WAITING_WORDS
  const day: Column = {
    name: MATTER_WORDS[matter].day?.[lang] ?? '',
    cell: (row) => ({ text: row.day === null ? W.none[lang] : formatOn(row.day, lang) }),
  }
  const place: Column = {
    name: W.place[lang],
    cell: (row) => ({ text: row.place ?? W.none[lang] }),
  }
  switch (matter) {
    case 'awaiting_approval':
    case 'expiring':
    case 'suspended_long':
      return [codeColumn(lang), marketColumn(lang), day, siteColumn(lang), place]
    case 'inactive_codes':
      return [codeColumn(lang), siteColumn(lang), place]
    case 'no_boundary':
    case 'no_households':
      return [linkColumn(W.site[lang], (row) => `/portal/sites/${row.code}`), place]
    case 'contract_ended':
      return [
        linkColumn(W.house[lang], (row) => `/portal/sites/${row.code}`),
        { ...place, name: W.area[lang] },
        day,
      ]
    case 'open_batches':
      return [
        { name: W.lot[lang], cell: (row) => ({ text: row.code ?? '', code: true }) },
        linkColumn(W.product[lang], null),
        day,
        { name: W.ref[lang], cell: (row) => ({ text: row.place ?? '', code: true }) },
      ]
    case 'imports':
      return [
        linkColumn(W.file[lang], (row) => `/portal/imports/${row.code}`),
        day,
        {
          name: W.refused[lang],
          cell: (row) => ({
            text: formatNumber(row.number ?? 0, lang),
            ...(row.place === 'running' ? { small: W.running[lang] } : {}),
            ...(row.place === 'failed' ? { small: W.failed[lang] } : {}),
          }),
        },
      ]
    case 'invitations':
      return [
        linkColumn(W.email[lang], (row) => `/portal/members?organisation=${row.code}`),
        { ...place, name: W.organisation[lang] },
        day,
      ]
    case 'letters':
      return [
        linkColumn(W.email[lang], null),
        { ...place, name: W.subject[lang] },
        day,
        {
          name: W.attempts[lang],
          cell: (row) => ({ text: formatNumber(row.number ?? 0, lang) }),
        },
      ]
    case 'keys':
      return [
        { name: W.key[lang], cell: (row) => ({ text: row.code ?? '', code: true }) },
        linkColumn(W.authority[lang], null),
        day,
      ]
  }
}

function codeColumn(lang: Language): Column {
  return {
    name: WAITING_WORDS.code[lang],
    cell: ({ code }) => ({
      text: code ?? '',
      href: `/portal/codes/${encodeURIComponent(code ?? '')}`,
      code: true,
    }),
  }
}

function marketColumn(lang: Language): Column {
  return {
    name: WAITING_WORDS.market[lang],
    cell: ({ market }) => ({ text: market === null ? '' : marketName(market, lang) }),
  }
}

function siteColumn(lang: Language): Column {
  return { name: WAITING_WORDS.site[lang], cell: ({ name }) => ({ text: name }) }
}

function linkColumn(name: string, href: ((row: MatterRow) => string) | null): Column {
  return {
    name,
    cell: (row) => ({ text: row.name, ...(href === null ? {} : { href: href(row) }) }),
  }
}
