import type { Context } from 'hono'
import type { FormView } from '../../../../site/models/portal-common.ts'
import type { ReportedView } from '../../../../site/models/report.ts'
import { reportedHeadline } from '../../../copy/reported-verdict.ts'
import type { AppEnv } from '../../../http/app-env.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { formInputs } from '../../../resources/form.ts'
import { PROBLEM_REPORT } from '../../../resources/problem-report.ts'
import { sealForm } from '../../../verbs/reports/form-seal.ts'
import { provinceChoices } from '../../../verbs/reports/province-choices.ts'
import { type ReportedLabel, readReportedLabel } from '../../../verbs/reports/reported-label.ts'
import { freshForm } from '../../portal/form-view.ts'
import { showPage } from '../show-page.ts'
import { authorityView } from './authority-view.ts'

type C = Context<AppEnv>

/** `GET /report?label=`: the form, open to everyone. */
export async function showReportForm(c: C): Promise<Response> {
  const label = c.req.query('label') ?? ''
  const reported = await readReportedLabel(c.var.deps, label)
  const reason = c.req.query('reason') ?? ''
  return reportPage(c, { reported, form: freshForm({ reason }), seal: null, status: 200 })
}

/** The form as it stands; one that was refused keeps its seal unless it is to be sent as a new one. */
export async function reportPage(
  c: C,
  shown: {
    readonly reported: ReportedLabel | null
    readonly form: FormView
    readonly seal: string | null
    readonly status: number
    readonly headers?: Readonly<Record<string, string>>
  },
): Promise<Response> {
  const { deps, language } = c.var
  const { reported, form, seal, status, headers = {} } = shown
  const page = await showPage(c, {
    kind: 'report',
    reported:
      reported === null ? null : viewOf(reported, { lang: language, issuer: deps.issuerName }),
    seal: seal ?? sealForm({ kek: deps.kek, now: deps.now() }),
    inputs: formInputs(PROBLEM_REPORT, { lang: language }),
    // It stands without its list of provinces when the database does not answer.
    provinces: await provinceChoices({ db: deps.db() }).catch(() => []),
    form,
    authority: await authorityView(deps, null),
  })
  page.headers.set('x-robots-tag', 'noindex')
  // A form must be able to say that it comes from here.
  page.headers.set('referrer-policy', 'same-origin')
  for (const [name, value] of Object.entries(headers)) page.headers.set(name, value)
  return new Response(page.body, { status, headers: page.headers })
}

function viewOf(
  { text, verdict, batch }: ReportedLabel,
  { lang, issuer }: { readonly lang: Language; readonly issuer: string },
): ReportedView {
  return {
    text,
    product: batch?.product.name ?? null,
    producer: batch?.producer.name ?? null,
    lot: batch?.lot ?? null,
    verdict: reportedHeadline(verdict, issuer)?.[lang] ?? null,
  }
}
