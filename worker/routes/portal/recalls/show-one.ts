import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber, formatOn } from '../../../copy/format.ts'
import { BATCH_COPY } from '../../../copy/portal/batch.ts'
import { RECALL_HANDLING_NAMES, RECALL_COPY as W } from '../../../copy/portal/recall.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { showRecall } from '../../../verbs/recalls/show-recall.ts'
import { undecidedNotes } from '../calendar/undecided-notes.ts'
import type { Portal } from '../portal-route.ts'
import { type Notes, type Section, showDetailPage } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { recalledCells, recalledColumns } from './batch-columns.ts'

const PATH = '/portal/recalls'
const DAY_MS = 86_400_000

type Shown = Awaited<ReturnType<typeof showRecall>>

/** `GET /portal/recalls/{id}`: where a recall stands. */
export async function showOneRecall(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const shown = await showRecall(ctx, param('id'))
  const { recall, target } = shown
  const mayWrite = mayDo(ctx.actor, 'recalls.write', target) && recall.closedAt === null
  const path = `${PATH}/${encodeURIComponent(recall.id)}`
  return showDetailPage(portal, {
    title: `${W.title[lang]} · ${formatAt(recall.startedAt, lang)}`,
    back: { href: PATH, text: W.title },
    done: {
      started: W.started,
      answered: W.answered,
      reported: W.reportedNow,
      closed: W.closedNow,
    },
    notes: notesOf(shown, { lang, today: vietnamDateOf(ctx.now()) }),
    primary: mayWrite ? { href: `${path}/close`, text: W.close } : undefined,
    buttons:
      mayWrite && recall.reportedAt === null ? [{ action: `${path}/report`, text: W.report }] : [],
    links: [{ href: `${path}/report.pdf`, text: W.reportFile, download: true }],
    facts: factsOf(shown, lang),
    sections: [batchSection(shown, lang), receiverSection(shown, { lang, path, mayWrite })],
  })
}

function notesOf({ recall, undecided }: Shown, at: { lang: Language; today: string }): Notes {
  const { lang, today } = at
  if (recall.closedAt !== null) return [{ kind: 'note', text: W.isClosed }]
  const isLate = recall.reportedAt === null && today > recall.reportDueOn
  return isLate ? [{ kind: 'error', text: W.reportLate }] : [...undecidedNotes(undecided, lang)]
}

export function factsOf({ recall, owner, effect }: Shown, lang: Language) {
  const number = (value: number) => formatNumber(value, lang)
  const share = effect.returnedShare === null ? 0 : Math.round(effect.returnedShare * 100)
  return [
    { label: BATCH_COPY.owner[lang], text: owner.name },
    { label: W.reason[lang], text: recall.wording[lang] },
    { label: W.documentNo[lang], text: recall.documentNo },
    { label: W.startedAt[lang], text: formatAt(recall.startedAt, lang) },
    { label: W.labelsBy[lang], text: formatAt(recall.startedAt + DAY_MS, lang) },
    { label: W.reportBy[lang], text: formatOn(recall.reportDueOn, lang) },
    {
      label: W.reported[lang],
      text: recall.reportedAt === null ? W.notYet[lang] : formatAt(recall.reportedAt, lang),
    },
    {
      label: W.confirmedOf[lang],
      text: `${number(effect.confirmed)} / ${number(effect.receivers)}`,
    },
    {
      label: W.returnedOf[lang],
      text: fill(W.returnedText[lang], {
        returned: number(effect.returnedKg),
        sold: number(effect.soldKg),
        share: number(share),
      }),
    },
    ...(recall.handling === null
      ? []
      : [{ label: W.handling[lang], text: RECALL_HANDLING_NAMES[recall.handling][lang] }]),
    ...(recall.closingNote === null
      ? []
      : [{ label: W.closingNote[lang], text: recall.closingNote }]),
  ]
}

function batchSection({ batches }: Shown, lang: Language): Section {
  return {
    id: 'batches',
    title: fill(W.affected[lang], { n: formatNumber(batches.length, lang) }),
    table: {
      columns: recalledColumns(lang),
      rows: batches.map((row) => recalledCells(row, lang)),
      empty: '',
    },
  }
}

function receiverSection(
  { receivers }: Shown,
  shown: { readonly lang: Language; readonly path: string; readonly mayWrite: boolean },
): Section {
  const { lang, path, mayWrite } = shown
  const kg = (value: number | null) => (value === null ? '' : formatNumber(value, lang))
  return tableSection('receivers', receivers, {
    title: fill(W.receivers[lang], { n: formatNumber(receivers.length, lang) }),
    columns: [
      column(W.buyer, ({ sale }) => ({
        text: sale.buyer,
        small: [sale.phone, sale.email ?? W.noAddress[lang]].filter(Boolean).join(' · '),
      })),
      column(BATCH_COPY.lot, ({ lot }) => ({ text: lot, code: true })),
      column(W.quantityKg, ({ sale }) => kg(sale.quantityKg), 'number'),
      column(W.answeredAt, ({ receiver }) => ({
        text: receiver.confirmedAt === null ? W.notYet : formatAt(receiver.confirmedAt, lang),
        small: receiver.byProducer ? W.byPhone : receiver.note,
      })),
      column(W.found, ({ receiver }) => kg(receiver.foundKg), 'number'),
      column(W.returned, ({ receiver }) => kg(receiver.returnedKg), 'number'),
      column(W.noteAnswer, ({ receiver }) =>
        mayWrite ? { text: W.noteAnswer, href: `${path}/receivers/${receiver.id}` } : { text: '' },
      ),
    ],
    empty: W.receiversEmpty,
  })
}
