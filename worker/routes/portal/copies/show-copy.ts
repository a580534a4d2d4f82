import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { confirmationText } from '../../../copy/portal/confirmation-text.ts'
import { COPIES_COPY as W } from '../../../copy/portal/copies.ts'
import { INSPECTION_COPY } from '../../../copy/portal/inspection.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { openCopy } from '../../../verbs/copies/open-copy.ts'
import { batchPath } from '../batches/batch-table.ts'
import type { Portal } from '../portal-route.ts'
import { type Section, showDetailPage } from '../show-detail-page.ts'
import { column, tableOf } from '../table-of.ts'
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
  return showDetailPage(portal, {
    title: fill(W.decideTitle[lang], { serial: number(label.serial), lot: label.lot }),
    code: label.ref,
    back: { href: COPIES_PATH, text: W.title },
    done: { saved: W.saved },
    notes: [{ kind: 'note', text: W.lead }],
    primary: label.decision === null ? decide : undefined,
    links: [{ href: batchPath(label.ref), text: `${W.batch[lang]} ${label.lot}` }],
    facts: [
      { label: W.state, text: W[label.decision ?? 'open'] },
      { label: W.since, text: formatOn(vietnamDateOf(label.suspectedAt), lang) },
      { label: W.visitorsAll, text: number(visitors) },
      { label: W.scans, text: number(label.scans) },
      { label: W.firstOn, text: formatOn(label.firstOn, lang) },
      confirmation !== null && {
        label: INSPECTION_COPY.pin,
        text: confirmationText(confirmation, lang),
      },
      { label: W.producer, text: label.organisationName },
      { label: W.batch, text: `${label.productName}, ${label.lot}` },
    ],
    sections: [
      section({
        ...{ id: 'days', title: W.byDay, head: W.day, text: W.byDayText, lang },
        picture: openedTimeline({ tallies: days, describedBy: W.byDay[lang], lang }),
        tallies: days.map(({ key, visitors: of }) => ({ key: formatOn(key, lang), visitors: of })),
      }),
      section({
        ...{ id: 'provinces', title: W.byProvince, head: W.province, text: null, lang },
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
  readonly head: LocalText
  readonly text: LocalText | null
  readonly lang: Language
  readonly picture: string | null
  readonly tallies: readonly Tally[]
}): Section {
  const { id, title, head, text, lang, picture, tallies } = of
  return {
    id,
    title,
    text: text ?? undefined,
    picture: picture ?? undefined,
    table: tableOf(tallies, {
      columns: [
        column(head, ({ key }) => key),
        column(W.visitors, ({ visitors }) => formatNumber(visitors, lang), 'number'),
      ],
      empty: W.unknown,
    }),
  }
}
