import { fill } from '../../../copy/fill.ts'
import { CASE_ACT_NAMES } from '../../../copy/portal/case-names.ts'
import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import type { Permission } from '../../../domain/access/permissions.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import {
  CASE_ASSIGNMENT,
  CASE_CLOSING,
  CASE_HANDING_OVER,
  CASE_NOTE,
  CASE_REASON,
  CASE_SUBJECT,
} from '../../../resources/case.ts'
import { formInputs } from '../../../resources/form.ts'
import type { Choice } from '../../../resources/form-input.ts'
import {
  addCaseSubject,
  assignCase,
  closeCase,
  handOverCase,
  moveCase,
  noteCase,
} from '../../../verbs/cases/act-on-case.ts'
import { agencyChoices, deskChoices } from '../../../verbs/cases/case-choices.ts'
import { type OpenedCase, openCase } from '../../../verbs/cases/open-case.ts'
import type { Texts } from '../../../verbs/records/save-record.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { casePath } from './case-path.ts'

type Act = (asked: {
  ctx: Portal['ctx']
  input: { id: string; texts: Texts }
}) => Promise<{ id: string }>

/** A form by which a case moves on. */
type ActForm = {
  readonly name: string
  readonly may: Permission
  readonly title: LocalText
  readonly fields: { readonly fields: object }
  readonly act: Act
  /** What its page says afterwards. */
  readonly done: string
  readonly values?: (portal: Portal, opened: OpenedCase) => Record<string, string>
  readonly choices?: (
    portal: Portal,
    opened: OpenedCase,
  ) => Promise<Readonly<Record<string, readonly Choice[]>>>
}

const FORMS: readonly ActForm[] = [
  {
    ...{ name: 'note', may: 'cases.write', title: W.note, fields: CASE_NOTE },
    ...{ act: noteCase, done: 'noted' },
  },
  {
    ...{ name: 'subjects/new', may: 'cases.write', title: W.addSubject, fields: CASE_SUBJECT },
    ...{ act: addCaseSubject, done: 'subjectAdded' },
  },
  {
    ...{ name: 'assign', may: 'cases.write', title: W.assign, fields: CASE_ASSIGNMENT },
    ...{ act: assignCase, done: 'assignedNow' },
    values: ({ person }, { row }) => ({
      assignedTo: row.assignedTo ?? person.userId,
      dueOn: row.dueOn ?? '',
    }),
    choices: async ({ ctx }, opened) => ({ assignedTo: await deskChoices(ctx, opened) }),
  },
  {
    ...{ name: 'start', may: 'cases.write', title: CASE_ACT_NAMES.start, fields: CASE_REASON },
    ...{ act: (asked) => moveCase(asked, 'start'), done: 'moved' },
  },
  {
    ...{ name: 'wait', may: 'cases.write', title: CASE_ACT_NAMES.wait, fields: CASE_REASON },
    ...{ act: (asked) => moveCase(asked, 'wait'), done: 'moved' },
  },
  {
    ...{ name: 'reopen', may: 'cases.decide', title: CASE_ACT_NAMES.reopen, fields: CASE_REASON },
    ...{ act: (asked) => moveCase(asked, 'reopen'), done: 'moved' },
  },
  {
    ...{ name: 'close', may: 'cases.decide', title: CASE_ACT_NAMES.close, fields: CASE_CLOSING },
    ...{ act: closeCase, done: 'moved' },
  },
  {
    ...{ name: 'hand-over', may: 'cases.decide', title: CASE_ACT_NAMES.hand_over },
    ...{ fields: CASE_HANDING_OVER, act: handOverCase, done: 'moved' },
    values: ({ ctx }) => ({ handedOn: vietnamDateOf(ctx.now()) }),
    choices: async ({ ctx }) => ({ agencyId: await agencyChoices(ctx) }),
  },
]

/** The forms by which a case moves on, one path each. */
export const caseActForms: readonly PortalRoute[] = FORMS.flatMap((each) => actForm(each))

function actForm(given: ActForm): readonly PortalRoute[] {
  const { name, may, title, fields, act, done } = given
  return recordForm({
    path: `/portal/cases/:id/${name}`,
    may,
    load: async (portal) => {
      const opened = await openCase(portal.ctx, portal.param('id'), may)
      const choices = (await given.choices?.(portal, opened)) ?? {}
      return { opened, choices, values: given.values?.(portal, opened) ?? {} }
    },
    values: ({ values }) => values,
    stamp: ({ opened }) => ({ expected: String(opened.row.version) }),
    back: ({ opened }) => casePath(opened.row.id),
    once: ({ ctx, texts }, { opened: { row } }) => act({ ctx, input: { id: row.id, texts } }),
    done,
    page: ({ lang }, { loaded: { opened, choices } }) => ({
      title: fill(W.actTitle[lang], { act: title[lang], number: opened.number }),
      facts: [{ label: W.name[lang], text: opened.row.title }],
      save: title[lang],
      inputs: formInputs(fields, { lang, choices }),
    }),
  })
}
