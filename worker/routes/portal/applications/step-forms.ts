import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import {
  APPLICATION_STEP_NAMES,
  CHECK_OUTCOME_NAMES,
} from '../../../copy/portal/application-names.ts'
import { APPLICATIONS_COPY as W } from '../../../copy/portal/applications.ts'
import { INSPECTION_KIND_NAMES } from '../../../copy/portal/inspections.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { APPLICATION_STEP_FORMS } from '../../../resources/application.ts'
import { formInputs } from '../../../resources/form.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import {
  type KnownApplication,
  knowApplication,
} from '../../../verbs/applications/application-facts.ts'
import {
  type CheckInspection,
  readCheckInspections,
} from '../../../verbs/applications/check-inspections.ts'
import { openApplication } from '../../../verbs/applications/open-application.ts'
import {
  type PlainStep,
  STEP_PERMISSIONS,
  takeApplicationStep,
} from '../../../verbs/applications/take-step.ts'
import type { PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { applicationPath } from './application-path.ts'
import { ruleNotes, rulesSection } from './rules-section.ts'

/** By which page each step is taken. */
export const STEP_PATHS = {
  submit: 'submit',
  request_supplement: 'supplement',
  pass_documents: 'pass',
  schedule_check: 'schedule',
  record_check: 'check',
  approve: 'approve',
  reject: 'reject',
  withdraw: 'withdraw',
} as const

const STEPS: readonly PlainStep[] = [
  ...(['submit', 'request_supplement', 'pass_documents', 'schedule_check'] as const),
  ...(['record_check', 'reject', 'withdraw'] as const),
]

/** The steps that have a form of a few words, one path each. */
export const stepForms: readonly PortalRoute[] = STEPS.flatMap(stepForm)

function stepForm(step: PlainStep): readonly PortalRoute[] {
  const name = STEP_PATHS[step]
  const may = STEP_PERMISSIONS[step]
  return recordForm({
    path: `/portal/applications/:id/${name}`,
    may,
    load: async ({ ctx, param }) => {
      const opened = await openApplication(ctx, param('id'), may)
      const offered = step === 'record_check' ? await readCheckInspections(ctx, opened) : []
      const known = step === 'submit' ? await knowApplication(ctx, opened) : null
      return { opened, offered, known, today: vietnamDateOf(ctx.now()) }
    },
    values: ({ opened, today }) =>
      step === 'record_check' ? { checkOn: opened.row.checkOn ?? today } : {},
    stamp: ({ opened }) => ({ expected: String(opened.row.version) }),
    back: ({ opened }) => applicationPath(opened.row.id),
    once: ({ ctx, texts }, { opened: { row } }) =>
      takeApplicationStep({ ctx, input: { id: row.id, step, texts } }),
    tells: true,
    done: 'moved',
    page: ({ lang }, { loaded: { opened, offered, known } }) => ({
      title: fill(W.stepTitle[lang], {
        step: APPLICATION_STEP_NAMES[step][lang],
        number: opened.number,
      }),
      facts: [
        { label: W.place[lang], text: opened.row.siteName },
        { label: W.holder[lang], text: opened.row.organisationName },
      ],
      note: known === null ? undefined : submitNote(known, lang),
      sections: known === null ? [] : rulesSection(known, lang),
      save: APPLICATION_STEP_NAMES[step][lang],
      inputs: inputsOf(step, { offered, lang }),
    }),
  })
}

/** What to look over before it is handed in, with what of the rules is not met or doubtful. */
function submitNote(known: KnownApplication, lang: Language): string {
  const notes = ruleNotes(known, { lang, isFilling: false })
  return [W.submitNote[lang], ...notes.map(({ text }) => text)].join(' ')
}

/** What a step asks. Minutes are offered where there are any; without, day and outcome must be typed. */
function inputsOf(
  step: PlainStep,
  { offered, lang }: { readonly offered: readonly CheckInspection[]; readonly lang: Language },
): FormInput[] {
  const inputs = formInputs({ fields: APPLICATION_STEP_FORMS[step] }, { lang })
  if (step !== 'record_check') return inputs
  const choices = offered.map(({ id, inspectedOn, kind, outcome, inspectorName }) => ({
    value: id,
    text: [
      ...[formatOn(inspectedOn, lang), INSPECTION_KIND_NAMES[kind][lang]],
      ...[CHECK_OUTCOME_NAMES[outcome][lang], inspectorName],
    ].join(' · '),
  }))
  return inputs.flatMap((input): FormInput[] => {
    const isTyped = input.name === 'checkOn' || input.name === 'outcome'
    if (isTyped) return [{ ...input, required: offered.length === 0 }]
    if (input.name !== 'inspectionId') return [input]
    return offered.length === 0 ? [] : [{ ...input, type: 'select', choices }]
  })
}
