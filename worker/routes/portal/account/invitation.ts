import type { FormView } from '../../../../site/models/portal-common.ts'
import { formatDate } from '../../../domain/time/format-date.ts'
import { vietnamDateOf } from '../../../domain/time/vietnam-date-of.ts'
import { clientAddress } from '../../../platform/accounts/client-address.ts'
import { acceptInvitation } from '../../../verbs/accounts/accept-invitation.ts'
import { type InvitationView, showInvitation } from '../../../verbs/accounts/show-invitation.ts'
import { freshForm, refusedForm } from '../form-view.ts'
import type { Visit } from '../portal-route.ts'
import { readForm } from '../read-form.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { withHeadersOf } from '../with-headers-of.ts'
import { textOf } from './kept-form.ts'
import { placeText, roleText } from './member-view.ts'
import { verbContextOf } from './verb-context-of.ts'

/** `GET /portal/invitations/{id}` */
export async function invitationPage(visit: Visit): Promise<Response> {
  await visit.deps.accounts.limits.take('invitation', clientAddress(visit.c.req.raw.headers))
  return show(visit, {})
}

/** `POST /portal/invitations/{id}`: accepts; somebody new is signed in right away. */
export async function answerInvitation(visit: Visit): Promise<Response> {
  const { c, deps, lang, signedIn } = visit
  const { headers } = c.req.raw
  const form = await readForm(c)
  const password = textOf(form, 'password') ?? ''
  const input = { id: idOf(visit), person: signedIn?.person ?? null, password }
  try {
    await deps.accounts.limits.take('invitation', clientAddress(headers))
    await takePasswordAttempt(visit)
    const name = textOf(form, 'name') ?? ''
    const accepted = await acceptInvitation({
      ctx: verbContextOf(visit),
      input: { ...input, name },
    })
    if (signedIn !== null) {
      const { organisationId } = accepted
      await deps.accounts.switchOrganisation({ headers, organisationId })
      return seeOther(visit, '/portal')
    }
    const outcome = await deps.accounts.signIn({ email: accepted.email, password, headers })
    if (outcome.kind !== 'signed_in') return seeOther(visit, '/portal/sign-in')
    for (const cookie of outcome.cookies) c.header('set-cookie', cookie, { append: true })
    return seeOther(visit, '/portal')
  } catch (error) {
    const { view, status } = refusedForm({ error, form, lang })
    return withHeadersOf(await show(visit, { refused: view, status }), error)
  }
}

/** A password given with an answer is as hard to guess as one given to sign in. */
async function takePasswordAttempt(visit: Visit): Promise<void> {
  if (visit.signedIn !== null) return
  const { limits } = visit.deps.accounts
  const view = await showInvitation({ ctx: verbContextOf(visit), input: { id: idOf(visit) } })
  if (!view.returning) return
  const { email } = view.row
  await limits.take('sign_in', `${email}|${clientAddress(visit.c.req.raw.headers) ?? ''}`)
  await limits.take('sign_in_account', email)
}

async function show(
  visit: Visit,
  given: { readonly refused?: FormView; readonly status?: number },
): Promise<Response> {
  const { lang } = visit
  const view = await showInvitation({ ctx: verbContextOf(visit), input: { id: idOf(visit) } })
  const { row } = view
  const form = given.refused ?? freshForm()
  return showPortalPage(
    visit,
    {
      ...{ kind: 'portal/invitation', id: row.id, state: stateOf(visit, view), email: row.email },
      ...{ organisationName: row.organisationName, inviterName: row.inviterName },
      ...{ role: roleText(row.role, lang), place: placeText(row, lang) },
      until: formatDate(vietnamDateOf(row.expiresAt)),
      form: { ...form, values: withoutPassword(form.values) },
    },
    given.status ?? (view.state === 'open' ? 200 : 410),
  )
}

function stateOf({ signedIn }: Visit, view: InvitationView) {
  if (view.state !== 'open') return view.state
  if (signedIn !== null) return signedIn.person.email === view.row.email ? 'accept' : 'other'
  if (view.returning) return 'returning'
  return view.known ? 'sign_in' : 'newcomer'
}

function withoutPassword(values: FormView['values']): FormView['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'password'))
}

function idOf({ c }: Visit): string {
  return c.req.param('id') ?? ''
}
