import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { confirmationText } from '../../../copy/portal/confirmation-text.ts'
import { COPIES_COPY as W } from '../../../copy/portal/copies.ts'
import { INSPECTION_COPY } from '../../../copy/portal/inspection.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { openCopy } from '../../../verbs/copies/open-copy.ts'
import { batchPath } from '../batches/batch-table.ts'
import { doneOf } from '../done-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { COPIES_PATH, copyPath, namedIn } from './copy-path.ts'
import { openedMap } from './opened-map.ts'
import { openedTimeline } from './opened-timeline.ts'
import { byDay, byProvince, type Tally } from './tallies.ts'

/** `GET /portal/copies/{ref}/{serial}`. */
export async function showCopy(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const opened = await openCopy(ctx, namedIn(portal))
  const { label, visitors, confirmation } = opened
  const days = byDay(opened.days)
  const provinces = byProvince(opened.days)
  const number = (value: number) => formatNumber(value, lang)
  const decide = { href: copyPath(label, { at: '/decide' }), text: W.decide[lang] }
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: fill(W.decideTitle[lang], { serial: number(label.serial), lot: label.lot }),
    code: label.ref,
    back: { href: COPIES_PATH, text: W.title[lang] },
    done: doneOf(portal, { saved: W.saved }),
    notes: [{ kind: 'note', text: W.lead[lang] }],
    ...(label.decision === null ? { primary: decide } : {}),
    links: [{ href: batchPath(label.ref), text: `${W.batch[lang]} ${label.lot}` }],
    facts: [
      { label: W.state[lang], text: W[label.decision ?? 'open'][lang] },
      { label: W.since[lang], text: formatOn(vietnamDateOf(label.suspectedAt), lang) },
      { label: W.visitorsAll[lang], text: number(visitors) },
      { label: W.scans[lang], text: number(label.scans) },
      { label: W.firstOn[lang], text: formatOn(label.firstOn, lang) },
      ...(confirmation === null
        ? []
        : [{ label: INSPECTION_COPY.pin[lang], text: confirmationText(confirmation, lang) }]),
      { label: W.producer[lang], text: label.organisationName },
      { label: W.batch[lang], text: `${label.productName}, ${label.lot}` },
    ],
    sections: [
      section({
        ...{ id: 'days', title: W.byDay, column: W.day, text: W.byDayText, lang },
        picture: openedTimeline({ tallies: days, describedBy: W.byDay[lang], lang }),
        tallies: days.map(({ key, visitors: of }) => ({ key: formatOn(key, lang), visitors: of })),
      }),
      section({
        ...{ id: 'provinces', title: W.byProvince, column: W.province, text: null, lang },
        picture: openedMap({ tallies: provinces, describedBy: W.byProvince[lang] }),
        tallies: provinces.map(({ key, visitors: of }) => ({
          key: key === '' ? W.unknown[lang] : key,
          visitors: of,
        })),
      }),
    ],
  })
}

/** A drawing with the list that says the same. */
function section(of: {
  readonly id: string
  readonly title: LocalText
  readonly column: LocalText
  readonly text: LocalText | null
  readonly lang: Language
  readonly picture: string | null
  readonly tallies: readonly Tally[]
}): DetailSection {
  const { id, title, column, text, lang, picture, tallies } = of
  return {
    id,
    title: title[lang],
    ...(text === null ? {} : { text: text[lang] }),
    ...(picture === null ? {} : { picture }),
    table: {
      columns: [{ name: column[lang] }, { name: W.visitors[lang], number: true }],
      rows: tallies.map(({ key, visitors }) => [
        { text: key },
        { text: formatNumber(visitors, lang) },
      ]),
      empty: W.unknown[lang],
    },
  }
}
