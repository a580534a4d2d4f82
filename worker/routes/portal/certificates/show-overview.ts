import type { FormView } from '../../../../site/models/portal-common.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CERTIFICATE_PORTAL_COPY as W } from '../../../copy/portal/certificates.ts'
import { issueCertificate } from '../../../verbs/certificates/issue-certificate.ts'
import { listCodeCertificates } from '../../../verbs/certificates/list-certificates.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'

/** `GET /portal/codes/{CODE}/certificate`: what was issued, and the form to issue. */
export function showOverview(portal: Portal): Promise<Response> {
  return overview(portal, { form: freshForm(), status: 200 })
}

/** `POST` there: issues one and leads to its page, which can be printed and reloaded. */
export async function issue(portal: Portal): Promise<Response> {
  return answerForm(portal, {
    act: async () => {
      const input = { code: portal.param('code') }
      const { code, id } = await issueCertificate({ ctx: portal.ctx, input })
      return seeOther(portal, `/portal/codes/${encodeURIComponent(code)}/certificate/${id}`)
    },
    refused: async (view, status) => {
      // What is not there, or may not be looked into, has no overview either: that throws again.
      return overview(portal, { form: view, status })
    },
  })
}

async function overview(
  portal: Portal,
  { form, status }: { form: FormView; status: number },
): Promise<Response> {
  const { ctx, lang } = portal
  const facts = await listCodeCertificates({ ctx, input: { code: portal.param('code') } })
  const base = `/portal/codes/${encodeURIComponent(facts.code)}`
  const path = `${base}/certificate`
  return showPortalPage(
    portal,
    {
      kind: 'portal/certificates/overview',
      code: facts.code,
      markets: facts.markets.map(({ market, status: now, since }) => ({
        market,
        name: marketName(market, lang),
        status: now,
        since: since === null ? null : formatOn(since, lang),
      })),
      today: facts.today,
      refusal: facts.refusal?.[lang] ?? null,
      noticeHref: facts.slot === 'packing_house' ? null : `${base}/household-notice`,
      issues: facts.issues.map(({ id, kid, issuedAt, by, printable }) => ({
        href: printable ? `${path}/${id}` : null,
        at: formatAt(issuedAt, lang),
        by,
        kid,
        note: printable ? null : W.keyRevoked[lang],
      })),
      form,
    },
    status,
  )
}
