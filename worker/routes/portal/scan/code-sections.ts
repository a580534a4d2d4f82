import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CODE_USE_NAMES, INSPECTION_COPY as W } from '../../../copy/portal/inspection.ts'
import { decidingEvent, marketsOf } from '../../../domain/standing/status-on.ts'
import type { StatusEvent } from '../../../domain/standing/types.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { Inspected, InspectedBatch } from '../../../verbs/inspection/inspect-label.ts'
import { codePath } from '../path-in.ts'
import type { Section, Sections } from '../show-detail-page.ts'

/** The codes of a batch with the decisions that held and hold, and by what right they were used. */
export function codeSections(seen: Inspected, lang: Language): Sections {
  const { resolution, around } = seen
  if (resolution?.kind !== 'batch') return []
  const { facts, today } = resolution
  const { packedOn } = facts.document.provenance
  const rows = facts.codes.flatMap(({ code, events }) =>
    marketsOf(events).map((market) => [
      { text: code, href: codePath(code), code: true },
      { text: marketName(market, lang) },
      decisionCell(decidingEvent(events, market, packedOn), lang),
      decisionCell(decidingEvent(events, market, today), lang),
    ]),
  )
  return [
    {
      id: 'codes',
      title: W.codes,
      table: {
        columns: [W.codeColumn, W.market, W.whenPacked, W.today].map((name) => ({
          name,
        })),
        rows,
        empty: W.noCodes,
      },
    },
    around !== null && rightSection({ around, facts }, lang),
  ]
}

function decisionCell(event: StatusEvent | null, lang: Language) {
  if (event === null) return { text: '', status: 'none' as const }
  const { status, effectiveOn, documentNo } = event
  const small = fill(W.decision[lang], {
    on: formatOn(effectiveOn, lang),
    document: documentNo ?? W.noPaper[lang],
  })
  return { text: '', status, small }
}

function rightSection(
  of: {
    readonly around: InspectedBatch
    readonly facts: Extract<Inspected['resolution'], { kind: 'batch' }>['facts']
  },
  lang: Language,
): Section {
  const { memberships, contracts, names } = of.around
  const nameOf = (id: string) => names.get(id) ?? id
  const period = (fromOn: string, toOn: string | null) =>
    `${formatOn(fromOn, lang)} – ${toOn === null ? W.openEnd[lang] : formatOn(toOn, lang)}`
  const allowed = (of.facts.document.codeUse ?? []).map(({ code, standing, allowance }) => [
    { text: W.allowance[lang], small: allowance?.by ?? null },
    { text: code, code: true, small: CODE_USE_NAMES[standing][lang] },
    { text: '' },
  ])
  return {
    id: 'rights',
    title: W.rights,
    text: W.rightsText,
    table: {
      columns: [W.kind, W.between, W.period].map((name) => ({ name })),
      rows: [
        ...allowed,
        ...memberships.map(({ organisationId, memberId, fromOn, toOn }) => [
          { text: W.membership },
          { text: nameOf(memberId), small: nameOf(organisationId) },
          { text: period(fromOn, toOn) },
        ]),
        ...contracts.map(({ organisationId, fromOn, toOn }) => [
          { text: W.contract },
          { text: nameOf(organisationId) },
          { text: period(fromOn, toOn) },
        ]),
      ],
      empty: W.noRights,
    },
  }
}
