import { logFailure } from '../../../http/error-answer.ts'
import { sendLetters } from '../../../jobs/send-letters.ts'
import {
  newPasswordRequestInput,
  requestNewPassword,
} from '../../../verbs/accounts/request-new-password.ts'
import { resetLinkIsOpen, resetPassword } from '../../../verbs/accounts/reset-password.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Visit } from '../portal-route.ts'
import { readForm } from '../read-form.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './kept-form.ts'
import { verbContextOf } from './verb-context-of.ts'

/** `GET /portal/forgot-password` */
export function forgotPasswordPage(visit: Visit): Promise<Response> {
  return showPortalPage(visit, { kind: 'portal/forgot-password', form: freshForm(), sent: false })
}

/** `POST /portal/forgot-password`: the letter is written after the answer, so its time tells nothing. */
export async function forgotPassword(visit: Visit): Promise<Response> {
  const { c, deps, lang } = visit
  const form = await readForm(c)
  const kind = 'portal/forgot-password' as const
  return answerForm(
    { form, lang },
    {
      act: async () => {
        const input = parseInput(newPasswordRequestInput, { email: textOf(form, 'email') ?? '' })
        await takeLetter(visit, input.email)
        deps.waitUntil(writeLetter(visit, input))
        return showPortalPage(visit, { kind, form: freshForm(), sent: true })
      },
      refused: (view, status) => showPortalPage(visit, { kind, form: view, sent: false }, status),
    },
  )
}

/**
 * Letters to one address are few, or it would be flooded; a stranger who asks for all of them sends
 * its owner links that work. Devices known to the account have letters of their own.
 */
async function takeLetter({ c, deps }: Visit, email: string): Promise<void> {
  const { limits, originOf } = deps.accounts
  const { device, deviceOf, network } = originOf(c.req.raw.headers)
  await limits.take('forgot_machine', device ?? network)
  const known = deviceOf(email)
  await limits.take('forgot', known === null ? email : `${email}|${known}`)
}

async function writeLetter(visit: Visit, input: { readonly email: string }): Promise<void> {
  const { c, deps } = visit
  try {
    await requestNewPassword({ ctx: verbContextOf(visit), input, origin: deps.origin })
    await sendLetters(deps)
  } catch (error) {
    logFailure(c.var.requestId, 'letter_not_written', error)
  }
}

/** `GET /portal/reset-password` */
export async function resetPasswordPage(visit: Visit): Promise<Response> {
  const token = visit.c.req.query('token') ?? ''
  const open = await resetLinkIsOpen({ ctx: verbContextOf(visit), input: { token } })
  const page = { kind: 'portal/reset-password', token, open, form: freshForm() } as const
  return showPortalPage(visit, page, open ? 200 : 404)
}

/** `POST /portal/reset-password` */
export async function setNewPassword(visit: Visit): Promise<Response> {
  const { c, deps, lang } = visit
  const form = await readForm(c)
  const token = textOf(form, 'token') ?? ''
  const ctx = verbContextOf(visit)
  const { limits, originOf, knowDevice } = deps.accounts
  const { headers } = c.req.raw
  const isOpen = () => resetLinkIsOpen({ ctx, input: { token } })
  return answerForm(
    { form, lang },
    {
      act: async () => {
        // Only links that open nothing are counted: whoever has one gets in.
        if (!(await isOpen())) await limits.take('reset', originOf(headers).network)
        const newPassword = textOf(form, 'newPassword') ?? ''
        const { email } = await resetPassword({ ctx, input: { token, newPassword } })
        c.header('set-cookie', knowDevice(headers, email), { append: true })
        return seeOther(visit, '/portal/sign-in?done=reset')
      },
      refused: async (view, status) => {
        const page = { kind: 'portal/reset-password', token, open: await isOpen() } as const
        return showPortalPage(visit, { ...page, form: { ...view, values: {} } }, status)
      },
    },
  )
}
