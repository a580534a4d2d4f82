import type { FormView } from '../../../../site/models/portal-common.ts'
import { formatDate } from '../../../lib/time/format-date.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { acceptInvitation } from '../../../verbs/accounts/accept-invitation.ts'
import { type InvitationView, showInvitation } from '../../../verbs/accounts/show-invitation.ts'
import { Problem } from '../../../verbs/errors.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Visit } from '../portal-route.ts'
import { readForm } from '../read-form.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './kept-form.ts'
import { placeText, roleText } from './member-view.ts'
import { verbContextOf } from './verb-context-of.ts'

/** `GET /portal/invitations/{secret}` */
export async function invitationPage(visit: Visit): Promise<Response> {
  return showPage(visit, await load(visit), {})
}

/** `POST /portal/invitations/{secret}`: accepts; somebody new is signed in right away. */
export async function answerInvitation(visit: Visit): Promise<Response> {
  const { c, deps, lang, signedIn } = visit
  const { headers } = c.req.raw
  const form = await readForm(c)
  const view = await load(visit)
  const password = textOf(form, 'password') ?? ''
  const name = textOf(form, 'name') ?? ''
  const input = { secret: secretOf(visit), person: signedIn?.person ?? null, password, name }
  const act = async () => {
    // A password given with an answer is as hard to guess as one given to sign in; whoever lacks the
    // link cannot use its holder's attempts up.
    if (signedIn === null && view.returning) {
      await deps.accounts.limits.take('invitation_password', view.row.id)
    }
    const accepted = await acceptInvitation({ ctx: verbContextOf(visit), input })
    if (signedIn !== null) {
      const { organisationId } = accepted
      await deps.accounts.switchOrganisation({ headers, organisationId })
      return seeOther(visit, '/portal')
    }
    const outcome = await deps.accounts.signIn({ email: accepted.email, password, headers })
    if (outcome.kind !== 'signed_in') return seeOther(visit, '/portal/sign-in')
    for (const cookie of outcome.cookies) c.header('set-cookie', cookie, { append: true })
    return seeOther(visit, '/portal')
  }
  const refused = async (again: FormView, status: number) =>
    showPage(visit, await load(visit), { refused: again, status })
  return answerForm({ form, lang }, { act, refused })
}

/** The invitation of the link. Only links that open nothing are counted: whoever has one gets in. */
async function load(visit: Visit): Promise<InvitationView> {
  try {
    const input = { secret: secretOf(visit) }
    return await showInvitation({ ctx: verbContextOf(visit), input })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error
    const { limits, originOf } = visit.deps.accounts
    await limits.take('invitation', originOf(visit.c.req.raw.headers).network)
    throw error
  }
}

async function showPage(
  visit: Visit,
  view: InvitationView,
  given: { readonly refused?: FormView; readonly status?: number },
): Promise<Response> {
  const { lang } = visit
  const { row } = view
  const form = given.refused ?? freshForm()
  return showPortalPage(
    visit,
    {
      ...{ kind: 'portal/invitation', secret: secretOf(visit), state: stateOf(visit, view) },
      email: row.email,
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
  return view.account === null ? 'newcomer' : 'sign_in'
}

function withoutPassword(values: FormView['values']): FormView['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'password'))
}

function secretOf({ c }: Visit): string {
  return c.req.param('secret') ?? ''
}
