import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { COPIES_COPY as W } from '../../../copy/portal/copies.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { choice, line } from '../../../resources/fields.ts'
import { formInputs } from '../../../resources/form.ts'
import { decideCopy } from '../../../verbs/copies/decide-copy.ts'
import { type CopyItem, listCopies } from '../../../verbs/copies/list-copies.ts'
import { openCopy } from '../../../verbs/copies/open-copy.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { COPIES_PATH, copyPath, namedIn } from './copy-path.ts'
import { openedMap } from './opened-map.ts'
import { showCopy } from './show-copy.ts'
import { byProvince, type Tally } from './tallies.ts'

const may = 'copies.inspect'

/** Inspectors on labels that may be copied. */
export const copyRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: COPIES_PATH, may, handle: showList },
  { method: 'GET', path: `${COPIES_PATH}/:ref/:serial`, may, handle: showCopy },
  ...formRoute({
    path: `${COPIES_PATH}/:ref/:serial/decide`,
    may,
    load: (portal) => openCopy(portal.ctx, namedIn(portal)),
    values: () => ({}),
    stamp: ({ label }) => ({ suspectedAt: String(label.suspectedAt) }),
    act: async (portal, { label }) => {
      const { decision, reason = '', suspectedAt = '' } = typedValues(portal.form)
      const input = {
        ...namedIn(portal),
        // Whatever else was sent is refused with the choices there are.
        decision: decision as 'confirmed' | 'dismissed',
        ...{ reason, suspectedAt: Number(suspectedAt) || null },
      }
      await decideCopy({ ctx: portal.ctx, input })
      return copyPath(label, { done: 'saved' })
    },
    page: ({ lang }, { loaded, form }) => {
      const { label, visitors } = loaded
      const { lot } = label
      const serial = formatNumber(label.serial, lang)
      return {
        kind: 'portal/record',
        title: fill(W.decideTitle[lang], { serial, lot }),
        facts: [
          { label: W.producer[lang], text: label.organisationName },
          { label: W.visitorsAll[lang], text: formatNumber(visitors, lang) },
        ],
        note: W.decideNote[lang],
        id: null,
        action: copyPath(label, { at: '/decide' }),
        backHref: copyPath(label),
        save: W.save[lang],
        inputs: formInputs(FORM, { lang }),
        form,
      }
    },
  }),
]

const FORM = {
  fields: {
    decision: choice({
      label: W.decide,
      choices: { confirmed: W.confirmed, dismissed: W.dismissed },
    }),
    reason: line({ max: 500, label: W.reason, hint: W.reasonHint }),
  },
}

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
