import { fill } from '../../../copy/fill.ts'
import { marketName } from '../../../copy/markets.ts'
import { APPLICATION_FORM_COPY as F } from '../../../copy/portal/application-form.ts'
import {
  APPLICATION_KIND_NAMES,
  APPLICATION_STEP_NAMES,
} from '../../../copy/portal/application-names.ts'
import { APPLICATIONS_COPY as W } from '../../../copy/portal/applications.ts'
import type { ApplicationKind } from '../../../domain/applications/kinds.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { APPROVAL } from '../../../resources/application.ts'
import { formInputs } from '../../../resources/form.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import {
  type KnownApplication,
  knowApplication,
} from '../../../verbs/applications/application-facts.ts'
import {
  type ApprovalChoices,
  type ApprovalMarket,
  approvalChoices,
} from '../../../verbs/applications/approval/approval-choices.ts'
import { approveApplication } from '../../../verbs/applications/approve-application.ts'
import {
  type OpenedApplication,
  openApplication,
} from '../../../verbs/applications/open-application.ts'
import { firstStatusChoices } from '../codes/choices.ts'
import { recordForm } from '../record-form.ts'
import { applicationPath } from './application-path.ts'

/** Kinds in which the code in use may go on. */
const MAY_KEEP: ReadonlySet<ApplicationKind> = new Set(['change_area', 'change_households'])

/** The approval of an application: document, days, and a code and status for each market. */
export const approveForm = recordForm({
  path: '/portal/applications/:id/approve',
  may: 'codes.grant',
  load: async ({ ctx, param }) => {
    const opened = await openApplication(ctx, param('id'), 'codes.grant')
    const known = await knowApplication(ctx, opened)
    const choices = await approvalChoices(ctx, opened, known)
    return { opened, known, choices, today: vietnamDateOf(ctx.now()) }
  },
  values: ({ opened, choices, today }) => ({
    issuedOn: today,
    // A code that takes the place of another keeps its term, unless it is said otherwise.
    validTo: opened.row.kind === 'renewal' ? '' : (choices.old?.markets[0]?.validTo ?? ''),
    ...Object.fromEntries(
      choices.markets.flatMap(({ market, suggestion, status }) => [
        [`code.${market}`, MAY_KEEP.has(opened.row.kind) ? '' : suggestion],
        [`status.${market}`, status],
      ]),
    ),
  }),
  stamp: ({ opened }) => ({ expected: String(opened.row.version) }),
  back: ({ opened }) => applicationPath(opened.row.id),
  once: ({ ctx, texts, confirmed }, { opened: { row } }) =>
    approveApplication({ ctx, input: { id: row.id, texts, confirmed } }),
  tells: true,
  done: 'approvedNow',
  page: ({ lang }, { loaded: { opened, known, choices } }) => ({
    title: fill(W.approveTitle[lang], { number: opened.number }),
    facts: [
      { label: W.kind[lang], text: APPLICATION_KIND_NAMES[opened.row.kind][lang] },
      { label: W.place[lang], text: opened.row.siteName },
      { label: W.holder[lang], text: opened.row.organisationName },
      ...(choices.old === null
        ? []
        : [{ label: W.code[lang], text: choices.old.code.code, code: true }]),
    ],
    note: W.approveNote[lang],
    save: APPLICATION_STEP_NAMES.approve[lang],
    inputs: [...inputsOf(opened.row.kind, choices, lang), ...waiverInput(opened, known, lang)],
  }),
})

/** Asked only where the check found something that nobody has accepted as put right. */
function waiverInput(
  { row }: OpenedApplication,
  { facts }: KnownApplication,
  lang: Language,
): FormInput[] {
  const isAsked = row.state === 'field_checked' && facts.checkOutcome === 'passed_with_actions'
  if (!isAsked || facts.actionsAccepted) return []
  const { waiver } = APPROVAL.fields
  return formInputs({ fields: { waiver } }, { lang })
}

function inputsOf(kind: ApplicationKind, choices: ApprovalChoices, lang: Language): FormInput[] {
  const { issuedOn, documentNo, validTo, oldEndsOn, reasonKind } = APPROVAL.fields
  const hasOld = choices.old !== null && kind !== 'renewal'
  const fields = {
    ...{ issuedOn, documentNo, validTo },
    ...(hasOld ? { oldEndsOn } : {}),
    ...(kind === 'reissue' ? { reasonKind } : {}),
  }
  const asked = formInputs({ fields }, { lang }).map((input) => {
    const isNeeded = input.name === 'reasonKind' || (input.name === 'validTo' && kind === 'renewal')
    const { hint: _, ...bare } = input
    return isNeeded ? { ...bare, required: true } : input
  })
  if (kind === 'renewal') return asked
  return [...asked, ...choices.markets.flatMap((each) => marketInputs(kind, each, lang))]
}

function marketInputs(
  kind: ApplicationKind,
  { market, others }: ApprovalMarket,
  lang: Language,
): FormInput[] {
  const name = marketName(market, lang)
  const hint = MAY_KEEP.has(kind) ? F.keepHint[lang] : F.codeForHint[lang]
  const also =
    others.length === 0 ? '' : ` ${fill(W.otherCodes[lang], { codes: others.join(', ') })}`
  return [
    {
      ...{ name: `code.${market}`, label: fill(F.codeFor[lang], { market: name }), code: true },
      ...{ hint: `${hint}${also}`, maxlength: 60, row: market },
    },
    {
      ...{ name: `status.${market}`, label: fill(F.statusFor[lang], { market: name }) },
      ...{ type: 'select', choices: firstStatusChoices(lang), required: true, row: market },
    },
  ]
}
