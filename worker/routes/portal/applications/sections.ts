import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import {
  APPLICATION_PAPER_NAMES,
  APPLICATION_SIDE_NAMES,
  APPLICATION_STATE_NAMES,
  APPLICATION_STEP_NAMES,
  FORM_PART_NAMES,
} from '../../../copy/portal/application-names.ts'
import { APPLICATIONS_COPY as W } from '../../../copy/portal/applications.ts'
import type { FormPart } from '../../../domain/applications/kinds.ts'
import type { PaperTemplate } from '../../../domain/applications/papers.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { applicationPart } from '../../../resources/application.ts'
import { factsOf, fieldsOf, inputOf } from '../../../resources/resource.ts'
import { linesOf, shownParts } from '../../../verbs/applications/application-facts.ts'
import type { ShownApplication } from '../../../verbs/applications/show-application.ts'
import { codePath } from '../path-in.ts'
import type { Section, Sections } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { applicationPath } from './application-path.ts'

/** What was granted, with the papers that are printed of it. */
export function grantedSection({ row, granted }: ShownApplication, lang: Language): Sections {
  if (row.grantedCodes.length === 0) return []
  const isArea = row.labelSlot !== 'packing_house'
  return [
    tableSection('granted', row.grantedCodes, {
      title: W.granted,
      columns: [
        column(W.granted, (code) => ({ text: code, href: codePath(code), code: true })),
        column(W.markets, (code) => ({
          text: '',
          statuses: granted
            .filter((each) => each.code === code)
            .map(({ market, status }) => ({
              name: marketName(market, lang),
              status: status ?? 'none',
            })),
        })),
      ],
      links: row.grantedCodes.flatMap((code) => {
        const path = codePath(code)
        return [
          { href: `${path}/certificate`, text: W.certificate, small: code },
          isArea && { href: `${path}/household-notice`, text: W.householdNotice, small: code },
        ]
      }),
    }),
  ]
}

/** The parts of the form, how far each is answered, and what was said. */
export function formSection(shown: ShownApplication, lang: Language): Section {
  const { row, slot, known, mayFill } = shown
  const rows = shownParts(shown, known).map((part): TableCell[] => {
    const described = applicationPart(part, { id: row.siteKindId, labelSlot: slot })
    const labels = new Map(fieldsOf(described).map(([name, { label }]) => [name, label[lang]]))
    const missing = known.missing.answers
      .filter((answer) => answer.part === part)
      .map(({ name }) => labels.get(name) ?? name)
    const href = mayFill ? `${applicationPath(row.id)}/form/${part}` : undefined
    const what = missing.join(', ')
    return [
      { text: FORM_PART_NAMES[part][lang], href },
      { text: missing.length === 0 ? W.partDone[lang] : fill(W.partMissing[lang], { what }) },
      { text: answersOf(shown, { part, lang }) },
    ]
  })
  return {
    id: 'form',
    title: W.form,
    table: {
      columns: [W.partColumn, W.partState, W.why].map((name) => ({ name })),
      ...{ rows, empty: '' },
    },
  }
}

const LONGEST_SHOWN = 300

/** What was answered in a part, as people read it. */
function answersOf(
  { row, slot, mayReadPrivate }: ShownApplication,
  { part, lang }: { readonly part: FormPart; readonly lang: Language },
): string {
  // Rules are ticked by their ids, and stand in a table of their own.
  if (part === 'rules') return ''
  const { fields } = applicationPart(part, { id: row.siteKindId, labelSlot: slot })
  const shown = Object.entries(fields).filter(
    ([, { audit }]) => mayReadPrivate || audit === 'shown',
  )
  const described = { fields: Object.fromEntries(shown) }
  // Each was stored as its own field read it.
  const values = inputOf<Record<string, unknown>>(described).parse(row.answers)
  return factsOf(described, { row: { ...values, markets: marketsIn(row, lang) }, lang })
    .flatMap(({ label, text }) =>
      text === null ? [] : [`${label}: ${text.replaceAll('\n', ', ').slice(0, LONGEST_SHOWN)}`],
    )
    .join('; ')
}

function marketsIn({ answers }: ShownApplication['row'], lang: Language): readonly string[] {
  return linesOf(answers['markets']).map((market) => marketName(market, lang))
}

/** The papers that the rules want, each with what was handed in of it. */
export function paperSection(shown: ShownApplication, lang: Language): Section {
  const { row, known, mayFill } = shown
  const path = `${applicationPath(row.id)}/papers`
  const rows = known.wanted.flatMap((template) => paperRows(shown, { template, path, lang }))
  return {
    id: 'papers',
    title: W.papers,
    table: {
      columns: [W.paper, W.paperFile, W.paperVersion].map((name) => ({ name })),
      ...{ rows, empty: '' },
    },
    links: mayFill ? [{ href: `${path}/new`, text: W.addPaper }] : [],
  }
}

function paperRows(
  { known, mayFill }: ShownApplication,
  shown: { readonly template: PaperTemplate; readonly path: string; readonly lang: Language },
): TableCell[][] {
  const { template, path, lang } = shown
  const { kind, required, basis, from } = template
  const there = known.papers.filter((paper) => paper.kind === kind)
  const name = {
    text: APPLICATION_PAPER_NAMES[kind][lang],
    small: required ? W.paperRequired[lang] : null,
  }
  const version = { text: fill(W.paperSince[lang], { basis, on: formatOn(from, lang) }) }
  if (there.length === 0) {
    const isMissing = known.missing.papers.includes(kind)
    const none = required && !isMissing ? W.paperOnMap[lang] : W.paperNone[lang]
    return required ? [[name, { text: none }, version]] : []
  }
  return there.map((paper) => [
    name,
    {
      ...{ text: paper.fileName, href: `${path}/${encodeURIComponent(paper.id)}`, download: true },
      small: [formatAt(paper.addedAt, lang), paper.actorName].filter(Boolean).join(' · '),
      button: mayFill
        ? { action: `${path}/${encodeURIComponent(paper.id)}/withdraw`, text: W.takeOut[lang] }
        : undefined,
    },
    { text: fill(W.paperSince[lang], { basis, on: formatOn(paper.templateFrom, lang) }) },
  ])
}

/** The way it has gone: when, what, who, why. */
export function historySection({ steps }: ShownApplication, lang: Language): Section {
  return tableSection('history', steps, {
    title: W.history,
    columns: [
      column(W.when, ({ at }) => formatAt(at, lang)),
      column(W.what, ({ step, side, actorName }) => ({
        text: APPLICATION_STEP_NAMES[step],
        small: `${actorName ?? W.system[lang]} · ${APPLICATION_SIDE_NAMES[side][lang]}`,
      })),
      column(W.why, ({ toState, day, reason }) => ({
        text: [day === null ? null : fill(W.onDay[lang], { day: formatOn(day, lang) }), reason]
          .filter((part) => part !== null)
          .join('. '),
        small: APPLICATION_STATE_NAMES[toState],
      })),
    ],
  })
}
