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
import { pagingOf } from '../paging-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { checkTable, roundPath } from './check-table.ts'

const PATH = '/portal/label-checks'
const may = 'labels.inspect'
const PAGE_SIZE = 50
const MINUTE_MS = 60_000

/** Rounds of labels that inspectors of one's place scanned on the spot, and what each found. */
export const labelCheckRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: showList },
  { method: 'GET', path: `${PATH}/:id`, may, handle: showOne },
]

/** `GET /portal/label-checks?cursor=`. */
async function showList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readLabelRounds(ctx, { cursor, limit: PAGE_SIZE })
  const columns = [W.day, W.where, W.checks, W.genuine, W.stop, W.unknown, W.forged]
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: columns.map((name) => name[lang]),
    rows: rows.map((row) => [
      {
        text: formatOn(row.checkedOn, lang),
        href: roundPath(row.recordId),
        small: row.accountName,
      },
      { text: placeText(row), small: row.note ?? pointText(row) },
      ...countsOf(row).map((count) => ({ text: formatNumber(count, lang) })),
    ]),
    done: null,
    paging: pagingOf(c, { path: PATH, nextCursor }),
    links: [{ href: '/app/scan', text: W.openApp[lang] }],
  })
}

function countsOf({ checks, genuine, stop, forged }: LabelRound): number[] {
  return [checks, genuine, stop, checks - genuine - stop - forged, forged]
}

/** `GET /portal/label-checks/{id}`. */
async function showOne(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const { first, checks } = await showLabelRound(ctx, param('id'))
  const doubtful = checks.filter((check) => resultOf(check) !== 'genuine')
  const others = checks.filter((check) => resultOf(check) === 'genuine')
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: `${W.title[lang]} · ${formatOn(first.checkedOn, lang)}`,
    back: { href: PATH, text: W.title[lang] },
    done: null,
    facts: factsOf(first, { lang, checks: checks.length }),
    sections: [
      {
        id: 'doubtful',
        title: W.doubtful[lang],
        table: checkTable(doubtful, { lang, empty: W.noDoubtful[lang] }),
      },
      {
        id: 'genuine',
        title: W.others[lang],
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
    { label: W.by[lang], text: by },
    { label: W.where[lang], text: placeText(first) },
    ...(pointText(first) === null ? [] : [{ label: W.point[lang], text: pointText(first) }]),
    { label: W.checks[lang], text: formatNumber(checks, lang) },
    { label: W.received[lang], text: formatAt(recordedAt, lang) },
    ...(minutes === 0
      ? []
      : [{ label: W.clock[lang], text: fill(W.clockText[lang], { n: minutes }) }]),
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
