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
import { showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
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
  const number = (value: number) => formatNumber(value, lang)
  return showListPage(
    portal,
    { rows },
    {
      words: W,
      filters: [
        { href: COPIES_PATH, text: W.waiting, current: !decided },
        { href: `${COPIES_PATH}?state=decided`, text: W.decided, current: decided },
      ],
      columns: [
        column(W.label, (row) => ({
          text: labelText(row, lang),
          href: copyPath(row),
          small: row.ref,
        })),
        column(W.producer, ({ organisationName }) => organisationName),
        column(W.visitors, ({ visitors }) => number(visitors)),
        column(W.provinces, ({ provinces }) => (provinces === 0 ? W.unknown : number(provinces))),
        column(W.since, ({ suspectedAt }) => formatOn(vietnamDateOf(suspectedAt), lang)),
        column(W.state, ({ decision }) => W[decision ?? 'open']),
      ],
      picture:
        drawing === null ? undefined : { title: W.listMap, text: inWords(tallies, lang), drawing },
    },
  )
}

function labelText({ serial, productName, lot }: CopyItem, lang: Language): string {
  const number = fill(W.labelNo[lang], { serial: formatNumber(serial, lang) })
  return `${number}: ${productName}, ${lot}`
}

/** Provinces told in words beside the drawing: those with the most phones. */
const MOST_TOLD = 10

function inWords(tallies: readonly Tally[], lang: Language): string {
  return tallies
    .slice(0, MOST_TOLD)
    .map(({ key, visitors }) => `${key || W.unknown[lang]}: ${formatNumber(visitors, lang)}`)
    .join(' · ')
}
