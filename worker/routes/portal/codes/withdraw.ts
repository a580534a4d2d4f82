import type { FormView } from '../../../../site/models/portal-common.ts'
import { type ShownCode, showCode } from '../../../verbs/codes/show-code.ts'
import { targetOf } from '../../../verbs/codes/target-of.ts'
import { putCodeBack, withdrawCode } from '../../../verbs/codes/withdraw-code.ts'
import { requirePermission } from '../../../verbs/guard/authorise.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './read-grant.ts'

/** `GET /portal/codes/{code}/withdraw`: take a code back, or put it back. */
export async function showWithdraw(portal: Portal): Promise<Response> {
  return show(portal, { shown: await readFor(portal), form: freshForm() })
}

/** `POST /portal/codes/{code}/withdraw`; the form says which of the two was asked for. */
export async function withdraw(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const shown = await readFor(portal)
  const { code } = shown.code
  const input = { code, reason: textOf(form, 'reason') }
  return answerForm(portal, {
    act: async () => {
      const back = textOf(form, 'to') === 'back'
      await (back ? putCodeBack({ ctx, input }) : withdrawCode({ ctx, input }))
      const done = back ? 'back' : 'withdrawn'
      return seeOther(portal, `/portal/codes/${encodeURIComponent(code)}?done=${done}`)
    },
    refused: (view, status) => show(portal, { shown, form: view }, status),
  })
}

async function readFor({ param, ctx }: Portal): Promise<ShownCode> {
  const shown = await showCode(ctx, param('code'))
  requirePermission(ctx, 'codes.grant', targetOf(shown.code))
  return shown
}

function show(
  portal: Portal,
  { shown, form }: { readonly shown: ShownCode; readonly form: FormView },
  status = 200,
): Promise<Response> {
  const { code, siteName, withdrawnAt } = shown.code
  return showPortalPage(
    portal,
    {
      ...{ kind: 'portal/codes/withdraw', code, siteName, form },
      withdrawn: withdrawnAt !== null,
      action: `/portal/codes/${encodeURIComponent(code)}/withdraw`,
    },
    status,
  )
}
