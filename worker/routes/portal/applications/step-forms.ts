import { fill } from '../../../copy/fill.ts'
import { APPLICATION_STEP_NAMES } from '../../../copy/portal/application-names.ts'
import { APPLICATIONS_COPY as W } from '../../../copy/portal/applications.ts'
import { sendLetters } from '../../../jobs/send-letters.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { APPLICATION_STEP_FORMS } from '../../../resources/application.ts'
import { formInputs } from '../../../resources/form.ts'
import { openApplication } from '../../../verbs/applications/open-application.ts'
import {
  type PlainStep,
  STEP_PERMISSIONS,
  takeApplicationStep,
} from '../../../verbs/applications/take-step.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { PortalRoute } from '../portal-route.ts'
import { applicationPath } from './application-path.ts'

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
  return formRoute({
    path: `/portal/applications/:id/${name}`,
    may,
    load: async ({ ctx, c }) => {
      const opened = await openApplication(ctx, c.req.param('id') ?? '', may)
      return { opened, today: vietnamDateOf(ctx.now()) }
    },
    values: ({ opened, today }) =>
      step === 'record_check' ? { checkOn: opened.row.checkOn ?? today } : {},
    stamp: ({ opened }) => ({ expected: String(opened.row.version) }),
    act: async (portal, { opened }) => {
      const { id } = opened.row
      const input = { id, step, texts: typedValues(portal.form) }
      await actOnce(portal, (ctx) => takeApplicationStep({ ctx, input }))
      portal.deps.waitUntil(sendLetters(portal.deps))
      return `${applicationPath(id)}?done=moved`
    },
    page: ({ lang }, { loaded: { opened }, form }) => ({
      kind: 'portal/record',
      title: fill(W.stepTitle[lang], {
        step: APPLICATION_STEP_NAMES[step][lang],
        number: opened.number,
      }),
      facts: [
        { label: W.place[lang], text: opened.row.siteName },
        { label: W.holder[lang], text: opened.row.organisationName },
      ],
      note: step === 'submit' ? W.submitNote[lang] : undefined,
      id: null,
      action: `${applicationPath(opened.row.id)}/${name}`,
      backHref: applicationPath(opened.row.id),
      save: APPLICATION_STEP_NAMES[step][lang],
      inputs: formInputs({ fields: APPLICATION_STEP_FORMS[step] }, { lang }),
      form,
    }),
  })
}
