import { INSPECT_COPY as A } from '../../../copy/app/inspection.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { DECISION_REASON_NAMES } from '../../../copy/portal/decision.ts'
import { FINDING_SEVERITY_NAMES } from '../../../copy/portal/findings.ts'
import { INSPECTION_OUTCOME_NAMES } from '../../../copy/portal/inspections.ts'
import { MINUTES_COPY as W } from '../../../copy/portal/minutes.ts'
import { FINDING_SEVERITIES } from '../../../domain/findings/kinds.ts'
import { saidIn } from '../../../domain/inspections/form/form.ts'
import {
  INSPECTION_OUTCOMES,
  MINUTES_BOUNDS,
  PROPOSAL_REASONS,
} from '../../../domain/inspections/kinds.ts'
import { findingKeys, SCANS } from '../../../domain/inspections/page-fields.ts'
import type { MinutesStep } from '../../../domain/inspections/page-texts.ts'
import type { PagePhotos, PageReading } from '../../../domain/inspections/read-page.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import type { OpenedDraft } from '../../../verbs/minutes/open-draft.ts'
import { askInputs, photoInput } from './ask-inputs.ts'

/** The questions of a page of minutes; named as `fieldsOfStep` names them. */
export function stepInputs(
  step: MinutesStep,
  shown: {
    readonly opened: OpenedDraft
    readonly reading: PageReading
    readonly mayPropose: boolean
    readonly lang: Language
  },
): readonly FormInput[] {
  const { opened, reading, mayPropose, lang } = shown
  switch (step) {
    case 'ask':
      return askInputs(reading, { photos: opened.row.photos, lang })
    case 'findings':
      return [
        ...opened.waiting.flatMap((each) => waitingInputs(each, lang)),
        ...findingKeys(reading).flatMap((key, at) => findingInputs({ key, at, reading, lang })),
        ...conclusionInputs(lang),
        ...(mayPropose ? proposalInputs(lang) : []),
      ]
    case 'sign':
      return signInputs(opened.row.photos, lang)
  }
}

function waitingInputs(
  { id, text, action, dueOn }: OpenedDraft['waiting'][number],
  lang: Language,
): FormInput[] {
  const name = (field: string) => `followUps.${id}.${field}`
  const due = dueOn === '' ? '' : formatOn(dueOn, lang)
  return [
    {
      ...{ name: name('mended'), label: W.look[lang], type: 'select' },
      heading: fill(W.waiting[lang], { text }),
      lead: fill(W.waitingLead[lang], { action, due }),
      choices: [
        { value: 'yes', text: A.mended[lang] },
        { value: 'no', text: A.notMended[lang] },
      ],
    },
    { ...prose(name('text'), A.seen, lang) },
    { name: name('dueOn'), label: A.due[lang], type: 'date' },
  ]
}

function findingInputs(of: {
  readonly key: string
  readonly at: number
  readonly reading: PageReading
  readonly lang: Language
}): FormInput[] {
  const { key, at, reading, lang } = of
  const { compiled } = reading
  const place = compiled.places.get(key)
  const item = place === undefined ? undefined : compiled.items[place]?.item
  const called = reading.findings.some(({ question }) => question === key) ? item : undefined
  const name = (field: string) => `finding.${key}.${field}`
  const needed = called === undefined ? {} : { required: true }
  return [
    {
      ...prose(name('text'), A.what, lang),
      ...needed,
      heading: fill((called === undefined ? W.otherFinding : A.finding)[lang], { n: at + 1 }),
      lead:
        called === undefined
          ? W.otherFindingHint[lang]
          : fill(W.byAnswer[lang], { question: saidIn(called.label, lang) }),
    },
    {
      ...{ name: name('severity'), label: A.severity[lang], type: 'select', required: true },
      choices: FINDING_SEVERITIES.map((value) => ({
        ...{ value, text: FINDING_SEVERITY_NAMES[value][lang] },
      })),
      row: `how ${key}`,
    },
    { name: name('dueOn'), label: A.due[lang], type: 'date', ...needed, row: `how ${key}` },
    { ...prose(name('action'), A.action, lang), ...needed },
  ]
}

function conclusionInputs(lang: Language): FormInput[] {
  return [
    {
      ...{ name: 'outcome', label: A.outcome[lang], type: 'radios', required: true },
      choices: INSPECTION_OUTCOMES.map((value) => ({
        ...{ value, text: INSPECTION_OUTCOME_NAMES[value][lang] },
      })),
    },
    prose('conclusion', A.remarks, lang),
  ]
}

function proposalInputs(lang: Language): FormInput[] {
  return [
    {
      ...{ name: 'proposal.reasonCode', label: W.proposalReason[lang], type: 'select' },
      hint: A.proposeHint[lang],
      choices: PROPOSAL_REASONS.map((value) => ({
        ...{ value, text: DECISION_REASON_NAMES[value][lang] },
      })),
    },
    { ...prose('proposal.reason', A.details, lang), maxlength: 500 },
  ]
}

function signInputs(photos: PagePhotos, lang: Language): FormInput[] {
  const party = (path: 'inspector' | 'holder'): FormInput[] => [
    {
      ...{ name: `${path}.name`, label: A.name[lang], required: true, maxlength: 200 },
      ...{ heading: A[path][lang], row: path },
    },
    { name: `${path}.position`, label: A.position[lang], maxlength: 200, row: path },
    {
      ...{ name: `${path}.signature`, label: A.sign[lang], hint: W.drawHint[lang] },
      ...{ type: 'signature' },
    },
  ]
  return [
    ...party('inspector'),
    ...party('holder'),
    { name: 'holder.whyUnsigned', label: A.whyUnsigned[lang], maxlength: 200 },
    {
      ...photoInput(SCANS, { label: W.scans[lang], hashes: photos[SCANS] ?? [], lang }),
      hint: W.scansHint[lang],
    },
  ]
}

function prose(name: string, label: LocalText, lang: Language): FormInput {
  return { name, label: label[lang], type: 'textarea', maxlength: MINUTES_BOUNDS.text }
}
