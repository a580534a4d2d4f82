import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber, formatOn } from '../../../copy/format.ts'
import { LABEL_CHECKS_COPY as W } from '../../../copy/portal/label-checks.ts'
import { resultOf } from '../../../domain/label-checks/label-check.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import {
  type LabelCheckItem,
  type LabelRound,
  readLabelRounds,
  showLabelRound,
} from '../../../verbs/label-checks/read-checks.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showDetailPage } from '../show-detail-page.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { checkTable, roundPath } from './check-table.ts'

const PATH = '/portal/label-checks'
const may = 'labels.inspect'
const MINUTE_MS = 60_000

/** Rounds of labels that inspectors of one's place scanned on the spot, and what each found. */
export const labelCheckRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: showList },
  { method: 'GET', path: `${PATH}/:id`, may, handle: showOne },
]

/** `GET /portal/label-checks?cursor=`. */
async function showList(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const number = (value: number) => formatNumber(value, lang)
  return showListPage(portal, await readLabelRounds(ctx, pageAsked(portal)), {
    words: W,
    columns: [
      column(W.day, ({ checkedOn, recordId, accountName }) => ({
        text: formatOn(checkedOn, lang),
        href: roundPath(recordId),
        small: accountName,
      })),
      column(W.where, (row) => ({ text: placeText(row), small: row.note ?? pointText(row) })),
      column(W.checks, ({ checks }) => number(checks)),
      column(W.genuine, ({ genuine }) => number(genuine)),
      column(W.stop, ({ stop }) => number(stop)),
      column(W.unknown, (row) => number(row.checks - row.genuine - row.stop - row.forged)),
      column(W.forged, ({ forged }) => number(forged)),
    ],
    at: { path: PATH },
    links: [{ href: '/app/scan', text: W.openApp }],
  })
}

/** `GET /portal/label-checks/{id}`. */
async function showOne(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const { first, checks } = await showLabelRound(ctx, param('id'))
  const doubtful = checks.filter((check) => resultOf(check) !== 'genuine')
  const others = checks.filter((check) => resultOf(check) === 'genuine')
  return showDetailPage(portal, {
    title: `${W.title[lang]} · ${formatOn(first.checkedOn, lang)}`,
    back: { href: PATH, text: W.title },
    facts: factsOf(first, { lang, checks: checks.length }),
    sections: [
      {
        id: 'doubtful',
        title: W.doubtful,
        table: checkTable(doubtful, { lang, empty: W.noDoubtful[lang] }),
      },
      {
        id: 'genuine',
        title: W.others,
        table: checkTable(others, { lang, empty: W.noOthers[lang] }),
      },
    ],
  })
}

function factsOf(
  first: LabelCheckItem,
  { lang, checks }: { readonly lang: Language; readonly checks: number },
) {
  const { accountName, organisation, recordedAt, clockOffsetMs } = first
  const minutes = Math.round((clockOffsetMs ?? 0) / MINUTE_MS)
  const by = [accountName, organisation].filter((part) => part !== null).join(' · ')
  return [
    { label: W.by, text: by },
    { label: W.where, text: placeText(first) },
    pointText(first) !== null && { label: W.point, text: pointText(first) },
    { label: W.checks, text: formatNumber(checks, lang) },
    { label: W.received, text: formatAt(recordedAt, lang) },
    minutes !== 0 && { label: W.clock, text: fill(W.clockText[lang], { n: minutes }) },
  ]
}

function placeText({ commune, province }: Pick<LabelRound, 'commune' | 'province'>): string {
  return [commune, province].filter((part) => part !== null).join(', ')
}

/** Where it was, as maps are asked for it. */
function pointText(at: Pick<LabelRound, 'latitude' | 'longitude'>): string | null {
  const { latitude, longitude } = at
  if (latitude === null || longitude === null) return null
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}
