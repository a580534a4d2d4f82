import type { FormView } from '../../../../site/models/portal-common.ts'
import { MEMBER_COPY as W } from '../../../copy/portal/member.ts'
import type { Role } from '../../../domain/access/roles.ts'
import { sendLetters } from '../../../jobs/send-letters.ts'
import { inviteMember } from '../../../verbs/accounts/invite-member.ts'
import { listMembers } from '../../../verbs/accounts/list-members.ts'
import { placeChoices } from '../../../verbs/accounts/place-choices.ts'
import { renewInvitation } from '../../../verbs/accounts/renew-invitation.ts'
import { searchOrganisations } from '../../../verbs/accounts/search-organisations.ts'
import { withdrawInvitation } from '../../../verbs/accounts/withdraw-invitation.ts'
import { freshForm, refusedForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { withHeadersOf } from '../with-headers-of.ts'
import { textOf } from './kept-form.ts'
import { choicesView, invitationItem, madeLinkView, memberItem } from './member-view.ts'

const DONE = ['withdrawn', 'changed', 'removed'] as const

/** A link just made, and the words that say so. */
type MadeLink = {
  readonly email: string
  readonly path: string
  readonly expiresAt: number
  readonly words: 'invited' | 'renewed'
}

/** `GET /portal/members` */
export function membersPage(portal: Portal): Promise<Response> {
  const asked = portal.c.req.query('organisation') ?? portal.person.organisationId
  return showMembers(portal, { organisationId: asked })
}

/** `POST /portal/members/invite` */
export async function invite(portal: Portal): Promise<Response> {
  const { ctx, deps, form, lang, person } = portal
  const organisationId = textOf(form, 'organisation') ?? person.organisationId
  try {
    await deps.accounts.limits.take('invite', person.organisationId)
    const made = await inviteMember({
      ctx,
      input: {
        organisationId,
        email: textOf(form, 'email') ?? '',
        role: (textOf(form, 'role') ?? '') as Role,
        province: textOf(form, 'province') ?? '',
        commune: textOf(form, 'commune') ?? '',
      },
      origin: deps.origin,
    })
    deps.waitUntil(sendLetters(deps))
    const email = (textOf(form, 'email') ?? '').trim()
    // Not to a page that can be reloaded: the link is shown this once and kept nowhere.
    return await showMembers(portal, { organisationId, made: { ...made, email, words: 'invited' } })
  } catch (error) {
    const { view, status } = refusedForm({ error, form, lang })
    return withHeadersOf(
      await showMembers(portal, { organisationId, refused: view, status }),
      error,
    )
  }
}

/** `POST /portal/members/renew`: another link for an invitation that waits. */
export async function renew(portal: Portal): Promise<Response> {
  const { ctx, deps, form, person } = portal
  await deps.accounts.limits.take('invite', person.organisationId)
  const input = { id: textOf(form, 'invitation') ?? '' }
  const made = await renewInvitation({ ctx, input, origin: deps.origin })
  deps.waitUntil(sendLetters(deps))
  const { organisationId } = made
  return showMembers(portal, { organisationId, made: { ...made, words: 'renewed' } })
}

/** `POST /portal/members/withdraw` */
export async function withdraw(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const input = { id: textOf(form, 'invitation') ?? '' }
  const { organisationId } = await withdrawInvitation({ ctx, input })
  return seeOther(portal, membersPath(portal, { organisationId, done: 'withdrawn' }))
}

/** Where the members of an organisation are listed; one's own needs no name. */
export function membersPath(
  { person }: Portal,
  given: {
    readonly organisationId: string
    readonly done?: (typeof DONE)[number]
    readonly after?: string
  },
): string {
  const { organisationId, done, after } = given
  const query = new URLSearchParams({
    ...(organisationId === person.organisationId ? {} : { organisation: organisationId }),
    ...(after === undefined ? {} : { after }),
    ...(done === undefined ? {} : { done }),
  })
  return query.size === 0 ? '/portal/members' : `/portal/members?${query}`
}

async function showMembers(
  portal: Portal,
  given: {
    readonly organisationId: string
    readonly refused?: FormView
    readonly status?: number
    readonly made?: MadeLink
  },
): Promise<Response> {
  const { c, ctx, deps, lang, person } = portal
  const { organisationId, refused, made } = given
  const after = c.req.query('after') ?? null
  const list = await listMembers({ ctx, input: { organisationId, after } })
  const choices = await placeChoices(ctx)
  const done = made?.words ?? DONE.find((name) => name === c.req.query('done'))
  const older =
    list.next === null ? null : membersPath(portal, { organisationId, after: list.next })
  return showPortalPage(
    portal,
    {
      kind: 'portal/members',
      organisation: list.organisation,
      members: list.members.map((row) => memberItem(row, person, lang)),
      invitations: list.invitations.map((row) => invitationItem(row, { lang, person })),
      madeLink: made === undefined ? null : madeLinkView(made, deps.origin),
      paging: {
        firstHref: after === null ? null : membersPath(portal, { organisationId }),
        ...{ newerHref: null, olderHref: older },
      },
      invite: refused ?? freshForm(choices.places?.own ?? {}),
      ...choicesView(choices, lang),
      search: await searchView(portal),
      done: done === undefined ? null : { kind: 'done', text: W[done][lang] },
      problem: null,
    },
    given.status ?? 200,
  )
}

/** Administrators look into any organisation. */
async function searchView(portal: Portal) {
  const { c, ctx, person } = portal
  if (person.role !== 'admin') return null
  const query = (c.req.query('q') ?? '').trim()
  const found = query === '' ? [] : await searchOrganisations({ ctx, input: { query } })
  return {
    query,
    found: found.map(({ id, name }) => ({
      name,
      href: `/portal/members?organisation=${encodeURIComponent(id)}`,
    })),
  }
}
