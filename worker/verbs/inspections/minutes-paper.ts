import { fill } from '../../copy/fill.ts'
import { formatAt, formatOn } from '../../copy/format.ts'
import { FINDING_SEVERITY_NAMES } from '../../copy/portal/findings.ts'
import { INSPECTION_PAPER as P } from '../../copy/portal/inspection-paper.ts'
import { INSPECTION_KIND_NAMES, INSPECTION_OUTCOME_NAMES } from '../../copy/portal/inspections.ts'
import { answeredGroups } from '../../domain/inspections/answered-groups.ts'
import { saidIn } from '../../domain/inspections/form/form.ts'
import { isDrawn, SIGNATURE_FIELD } from '../../domain/inspections/signature.ts'
import type { TextPaper } from '../../lib/print/text-paper.ts'
import { checkedAt, knownFacts, type PaperMade } from '../signed-papers/paper-text.ts'
import type { ShownInspection } from './show-inspection.ts'

type Part = TextPaper['parts'][number]

/** The minutes as departments lay them out: whose they are, both parties, what was seen, found and concluded. */
export function minutesPaper(shown: ShownInspection, made: PaperMade): TextPaper {
  const { row, form } = shown
  const isInspectorDrawn = isDrawn(row.inspectorSignature)
  return {
    head: {
      left: [made.authority.toUpperCase(), P.rule, fill(P.number, { id: shortId(row.id) })],
      right: [P.state, P.motto, P.rule, dated(row)],
    },
    title: saidIn(form.compiled.form.title, 'vi').toUpperCase(),
    foot: fill(P.foot, { id: shortId(row.id), at: formatAt(made.at, 'vi') }),
    facts: factsOf(shown),
    parts: partsOf(shown),
    signatures: [
      {
        ...{ label: P.signInspector, name: row.inspectorName, field: SIGNATURE_FIELD },
        ...{ strokes: isInspectorDrawn ? row.inspectorSignature : null },
        note: isInspectorDrawn ? P.signNote : P.signedOnPaper,
      },
      {
        ...{ label: P.signHolder, name: row.holderName, field: SIGNATURE_FIELD },
        note: holderNote(row),
        strokes: row.holderSignature,
      },
    ],
    address: checkedAt(made, P.check),
  }
}

function holderNote({ holderSignature, whyUnsigned }: ShownInspection['row']): string {
  if (holderSignature !== null) return P.signNote
  return whyUnsigned === null ? P.signedOnPaper : P.notSigned
}

export const shortId = (id: string): string => id.slice(-12).toUpperCase()

function dated({ inspectedOn, provinceName }: ShownInspection['row']): string {
  const [year = '', month = '', day = ''] = inspectedOn.split('-')
  return fill(P.dated, { place: provinceName ?? '…', day, month, year })
}

function factsOf({ row }: ShownInspection): TextPaper['facts'] {
  const notes = [
    row.dayState === 'later' ? fill(P.dayLater, { said: formatOn(row.saidOn, 'vi') }) : null,
    row.dayState === 'unsure' ? P.dayUnsure : null,
    row.secondOf === null ? null : P.second,
  ].filter((note) => note !== null)
  const place = [row.communeName, row.provinceName].filter((name) => name !== null).join(', ')
  return knownFacts([
    [P.site, row.siteName],
    [P.code, row.code],
    [P.holder, row.holder],
    [P.address, place === '' ? null : place],
    [P.kind, INSPECTION_KIND_NAMES[row.kind].vi],
    [P.day, formatOn(row.inspectedOn, 'vi')],
    [P.note, notes.length === 0 ? null : notes.join('\n')],
  ])
}

const NUMERALS = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(
  ' ',
)

/** Parts numbered as papers here number them, after the parties. */
function partsOf(shown: ShownInspection): readonly Part[] {
  const { row, form } = shown
  const { answers, kind, saidOn: today } = row
  const groups = answeredGroups(form.compiled, { answers, kind, today, lang: 'vi' })
  let at = 0
  const next = () => {
    at += 1
    return NUMERALS[at] ?? String(at + 1)
  }
  return [
    partiesOf(row),
    ...groups.map(({ title, lines }) => ({
      title: fill(P.content, { number: next(), title }),
      lines: lines.flatMap(({ label, text }) =>
        text === null ? [] : [fill(P.answer, { label, text })],
      ),
    })),
    { title: fill(P.findings, { number: next() }), lines: findingLines(shown) },
    ...(row.photos.length === 0
      ? []
      : [{ title: fill(P.photos, { number: next() }), lines: photoLines(row) }]),
    { title: fill(P.conclusion, { number: next() }), lines: conclusionLines(row) },
  ]
}

function partiesOf(row: ShownInspection['row']): Part {
  const line = (role: string, name: string, position: string | null) =>
    fill(P.party, { role, name, position: position === null ? '' : `, ${position}` })
  return {
    title: P.parties,
    lines: [
      line(P.inspector, row.inspectorName, row.inspectorPosition),
      line(P.holderPerson, row.holderName, row.holderPosition),
    ],
  }
}

function findingLines({ findings }: ShownInspection): readonly string[] {
  if (findings.length === 0) return [P.noFindings]
  return findings.map(({ severity, text, action, dueOn }, at) =>
    fill(P.finding, {
      ...{ n: at + 1, text, action: action ?? '', severity: FINDING_SEVERITY_NAMES[severity].vi },
      due: dueOn === null ? '' : formatOn(dueOn, 'vi'),
    }),
  )
}

function photoLines({ photos }: ShownInspection['row']): readonly string[] {
  return photos.map(({ sha256, takenAt }, at) =>
    fill(P.photo, {
      ...{ n: at + 1, sha256 },
      taken: takenAt === null ? '' : fill(P.takenAt, { at: formatAt(takenAt, 'vi') }),
    }),
  )
}

function conclusionLines(row: ShownInspection['row']): readonly string[] {
  return [
    fill(P.outcome, { outcome: INSPECTION_OUTCOME_NAMES[row.outcome].vi }),
    ...(row.conclusion === null ? [] : [row.conclusion]),
    row.whyUnsigned === null ? P.read : fill(P.unsigned, { why: row.whyUnsigned }),
  ]
}
