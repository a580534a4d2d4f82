import type { Context } from 'hono'
import { REPORT_REFUSALS } from '../../../copy/refusals/reports.ts'
import { judgeReport } from '../../../domain/reports/judge-report.ts'
import type { AppEnv } from '../../../http/app-env.ts'
import { preferredFormat } from '../../../http/negotiate.ts'
import { PROBLEM_REPORT } from '../../../resources/problem-report.ts'
import { inputOf } from '../../../resources/resource.ts'
import { hashSecret } from '../../../verbs/accounts/link-secret.ts'
import type { VerbContext } from '../../../verbs/context.ts'
import { Problem } from '../../../verbs/errors.ts'
import { hashOfRequest } from '../../../verbs/guard/do-once.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { contextOf } from '../../../verbs/own-context.ts'
import { freshReceipt, readFormSeal } from '../../../verbs/reports/form-seal.ts'
import {
  keepReportPhoto,
  MAX_REPORT_PHOTO_BYTES,
} from '../../../verbs/reports/keep-report-photo.ts'
import { joinKeyOf, makeReport } from '../../../verbs/reports/make-report.ts'
import { requireProvince } from '../../../verbs/reports/province-choices.ts'
import { type ReportedLabel, readReportedLabel } from '../../../verbs/reports/reported-label.ts'
import { refusedForm, typedValues } from '../../portal/form-view.ts'
import { readForm } from '../../portal/read-form.ts'
import { fileOf, textOf } from '../../portal/sites/form-text.ts'
import { langQuery } from '../lang-query.ts'
import { refuseOtherSites } from '../refuse-other-sites.ts'
import { takeTurn } from '../take-turn.ts'
import { reportPage } from './report-form.ts'

type C = Context<AppEnv>

const FORM_BYTES = 64 * 1024
/** The field people do not see. */
export const TRAP = 'website'

/** `POST /report`: stores a report, from anybody, and leads to its receipt. */
export async function sendReport(c: C): Promise<Response> {
  let form = new FormData()
  let reported: ReportedLabel | null = null
  try {
    refuseOtherSites(c)
    form = await readForm(c, MAX_REPORT_PHOTO_BYTES + FORM_BYTES, REPORT_REFUSALS.photoTooLarge)
    await takeTurn(c, 'report')
    reported = await readReportedLabel(c.var.deps, textOf(form, 'label') || labelInQuery(c))
    const receipt = await store(c, { form, reported })
    return c.redirect(receipt, 303)
  } catch (error) {
    if (wantsJson(c) || !(error instanceof Problem) || error.status >= 500) throw error
    const { view, status } = refusedForm({ error, form, lang: c.var.language })
    // Whoever sends a form again after another of its kind went out means a new report.
    const seal = status === 409 ? null : textOf(form, 'seal') || null
    return reportPage(c, { reported, form: view, seal, status, headers: error.headers })
  }
}

async function store(
  c: C,
  { form, reported }: { readonly form: FormData; readonly reported: ReportedLabel | null },
): Promise<string> {
  const { deps, language } = c.var
  const ctx = visitorOf(c)
  const values = parseInput(inputOf(PROBLEM_REPORT), typedValues(form))
  if (values.provinceCode !== null) await requireProvince(ctx, values.provinceCode)
  const seal = readFormSeal(textOf(form, 'seal'), { kek: deps.kek, now: deps.now() })
  const receipt = seal?.receipt ?? freshReceipt()
  const file = await fileOf(form, 'photo')
  const bytes = file === null || file.bytes.length === 0 ? null : file.bytes
  const joinKey = joinKeyOf({ reason: values.reason, label: reported })
  const photo =
    bytes === null ? null : await keepReportPhoto(ctx, { files: deps.files, bytes, joinKey })
  const text = [values.details, values.shop, values.address, values.contact].join('\n')
  const judged = judgeReport({
    trap: textOf(form, TRAP),
    formAgeMs: seal?.ageMs ?? null,
    text,
  })
  await makeReport(ctx, {
    ...values,
    ...judged,
    receiptHash: await hashSecret(receipt),
    requestHash: await hashOfRequest(
      JSON.stringify([values, reported?.text ?? null, bytes?.length ?? 0]),
    ),
    lang: language,
    label: reported,
    photo,
  })
  const left = bytes !== null && photo === null ? '&photo=left' : ''
  return `/report/${receipt}${langQuery(language, `?sent=1${left}`)}`
}

/** Everything but who acts: somebody without an account. */
function visitorOf(c: C): VerbContext {
  const actor = { kind: 'operator', name: 'visitor' } as const
  return { ...contextOf(c.var.deps), actor, source: 'portal' }
}

function labelInQuery(c: C): string {
  return c.req.query('label') ?? ''
}

function wantsJson(c: C): boolean {
  return preferredFormat(c.req.header('accept') ?? null) === 'json'
}
