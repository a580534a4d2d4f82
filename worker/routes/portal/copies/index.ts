import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { COPIES_COPY as W } from '../../../copy/portal/copies.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { choice, line } from '../../../resources/fields.ts'
import { decideCopy } from '../../../verbs/copies/decide-copy.ts'
import { type CopyItem, listCopies } from '../../../verbs/copies/list-copies.ts'
import { openCopy } from '../../../verbs/copies/open-copy.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { COPIES_PATH, copyPath, namedIn } from './copy-path.ts'
import { openedMap } from './opened-map.ts'
import { showCopy } from './show-copy.ts'
import { byProvince, type Tally } from './tallies.ts'

const may = 'copies.inspect'

const FORM = {
  fields: {
    decision: choice({
      label: W.decide,
      choices: { confirmed: W.confirmed, dismissed: W.dismissed },
    }),
    reason: line({ max: 500, label: W.reason, hint: W.reasonHint }),
  },
}

/** Inspectors on labels that may be copied. */
export const copyRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: COPIES_PATH, may, handle: showList },
  { method: 'GET', path: `${COPIES_PATH}/:ref/:serial`, may, handle: showCopy },
  ...recordForm({
    path: `${COPIES_PATH}/:ref/:serial/decide`,
    may,
    load: (portal) => openCopy(portal.ctx, namedIn(portal)),
    stamp: ({ label }) => ({ suspectedAt: String(label.suspectedAt) }),
    asks: FORM,
    back: ({ label }) => copyPath(label),
    act: (sent) => {
      const { decision, reason = '', suspectedAt = '' } = sent.texts
      const input = {
        ...namedIn(sent),
        // Whatever else was sent is refused with the choices there are.
        decision: decision as 'confirmed' | 'dismissed',
        ...{ reason, suspectedAt: Number(suspectedAt) || null },
      }
      return decideCopy({ ctx: sent.ctx, input })
    },
    done: (_, { label }) => copyPath(label, { done: 'saved' }),
    page: ({ lang }, { loaded }) => {
      const { label, visitors } = loaded
      const { lot } = label
      const serial = formatNumber(label.serial, lang)
      return {
        title: fill(W.decideTitle[lang], { serial, lot }),
        facts: [
          { label: W.producer[lang], text: label.organisationName },
          { label: W.visitorsAll[lang], text: formatNumber(visitors, lang) },
        ],
        note: W.decideNote[lang],
        save: W.save[lang],
      }
    },
  }),
]

async function showList(portal: Portal): Promise<Response> {
  const { ctx, c, lang } = portal
  const decided = c.req.query('state') === 'decided'
  const rows = await listCopies(ctx, { decided })
  const tallies = byProvince(rows.flatMap(({ days }) => days))
  const drawing = openedMap({ tallies, describedBy: W.listMap[lang] })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    filters: [
      { href: COPIES_PATH, text: W.waiting[lang], current: !decided },
      { href: `${COPIES_PATH}?state=decided`, text: W.decided[lang], current: decided },
    ],
    columns: [W.label, W.producer, W.visitors, W.provinces, W.since, W.state].map(
      (name) => name[lang],
    ),
    rows: rows.map((row) => cellsOf(row, lang)),
    ...(drawing === null
      ? {}
      : { picture: { title: W.listMap[lang], text: inWords(tallies, lang), drawing } }),
    done: null,
  })
}

/** Provinces told in words beside the drawing: those with the most phones. */
const MOST_TOLD = 10

function inWords(tallies: readonly Tally[], lang: Language): string {
  return tallies
    .slice(0, MOST_TOLD)
    .map(({ key, visitors }) => `${key || W.unknown[lang]}: ${formatNumber(visitors, lang)}`)
    .join(' · ')
}

function cellsOf(row: CopyItem, lang: Language): TableCell[] {
  const { lot, ref, productName, serial, visitors, provinces, suspectedAt, decision } = row
  const number = fill(W.labelNo[lang], { serial: formatNumber(serial, lang) })
  return [
    { text: `${number}: ${productName}, ${lot}`, href: copyPath(row), small: ref },
    { text: row.organisationName },
    { text: formatNumber(visitors, lang) },
    { text: provinces === 0 ? W.unknown[lang] : formatNumber(provinces, lang) },
    { text: formatOn(vietnamDateOf(suspectedAt), lang) },
    { text: W[decision ?? 'open'][lang] },
  ]
}
