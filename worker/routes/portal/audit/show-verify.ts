import type { AuditVerifyModel } from '../../../../site/models/audit.ts'
import type { FormView } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { AUDIT_COPY as W } from '../../../copy/portal/audit.ts'
import { faultText } from '../../../copy/portal/audit-fault.ts'
import { readAuditHead } from '../../../verbs/audit/read-audit-head.ts'
import { type AuditVerification, verifyAudit } from '../../../verbs/audit/verify-audit.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm, typedValues } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

/** What one request may work through; a longer log is walked in several, or by the command. */
const MAX_ROWS = 10_000

/** `GET /portal/audit/verify`: the newest seal, and the form to check the chain. */
export function showVerify(portal: Portal): Promise<Response> {
  return show(portal, { form: freshForm(), result: null, status: 200 })
}

/** `POST` there: works the chain out anew and says what it found. */
export async function verify(portal: Portal): Promise<Response> {
  const { ctx, form, lang } = portal
  return answerForm(portal, {
    act: async () => {
      const values = typedValues(form)
      const found = await verifyAudit({
        ctx,
        input: { expectHead: values['expectHead'], after: values['after'], maxRows: MAX_ROWS },
      })
      const result = resultOf(found, lang)
      return await show(portal, { form: freshForm(values), result, status: 200 })
    },
    refused: (view, status) => show(portal, { form: view, result: null, status }),
  })
}

function resultOf(found: AuditVerification, lang: Portal['lang']): AuditVerifyModel['result'] {
  const { fault, complete, checked, lastSeq } = found
  if (fault !== null) {
    return { kind: 'tampered', text: `${W.tampered[lang]} ${faultText(fault, lang)}` }
  }
  if (complete) {
    // A walk that was gone on with began at the first row.
    const count = formatNumber(Math.max(checked, lastSeq), lang)
    return { kind: 'whole', text: fill(W.whole[lang], { count }) }
  }
  const seq = formatNumber(lastSeq, lang)
  return { kind: 'so_far', text: fill(W.wholeSoFar[lang], { seq }), after: lastSeq }
}

async function show(
  portal: Portal,
  input: { form: FormView; result: AuditVerifyModel['result']; status: number },
): Promise<Response> {
  const { form, result, status } = input
  const head = await readAuditHead({ ctx: portal.ctx })
  return showPortalPage(
    portal,
    {
      kind: 'portal/audit/verify',
      form,
      head: head === null ? null : `${head.seq}:${head.hash}`,
      result,
    },
    status,
  )
}
