import { ACCOUNT_COPY as W } from '../../../copy/portal/account.ts'
import { changePassword } from '../../../verbs/accounts/change-password.ts'
import { removePasskey } from '../../../verbs/accounts/remove-passkey.ts'
import { renameAccount } from '../../../verbs/accounts/rename-account.ts'
import { answerForm } from '../answer-form.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { accountPage } from './account-page.ts'
import { textOf } from './kept-form.ts'

/** `POST /portal/account/name` */
export function saveName(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  return answerForm(portal, {
    act: async () => {
      await renameAccount({ ctx, input: { name: textOf(form, 'name') ?? '' } })
      return seeOther(portal, '/portal/account?done=name')
    },
    refused: (name, status) => accountPage(portal, { name, status }),
  })
}

/** `POST /portal/account/password` */
export function savePassword(portal: Portal): Promise<Response> {
  const { ctx, deps, form, person, signedIn } = portal
  const input = {
    currentPassword: textOf(form, 'currentPassword') ?? '',
    newPassword: textOf(form, 'newPassword') ?? '',
  }
  return answerForm(portal, {
    act: async () => {
      await deps.accounts.limits.take('password', person.userId)
      await changePassword({ ctx, input, sessionId: signedIn.sessionId })
      return seeOther(portal, '/portal/account?done=password')
    },
    refused: (password, status) => accountPage(portal, { password, status }),
  })
}

/** `POST /portal/account/passkeys/remove` */
export async function dropPasskey(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  await removePasskey({ ctx, input: { id: textOf(form, 'passkey') ?? '' } })
  return seeOther(portal, '/portal/account?done=passkey-removed')
}

/** `POST /portal/account/organisation` */
export async function changeOrganisation(portal: Portal): Promise<Response> {
  const { c, deps, form, lang } = portal
  const organisationId = textOf(form, 'organisation') ?? ''
  const { headers } = c.req.raw
  if (await deps.accounts.switchOrganisation({ headers, organisationId })) {
    return seeOther(portal, '/portal/account?done=switched')
  }
  return accountPage(portal, { problem: W.notSwitched[lang], status: 404 })
}
