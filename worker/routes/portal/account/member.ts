import type { FormView } from '../../../../site/models/portal-common.ts'
import type { Role } from '../../../domain/access/roles.ts'
import { changeMemberRole } from '../../../verbs/accounts/change-member-role.ts'
import { placeChoices } from '../../../verbs/accounts/place-choices.ts'
import { removeMember } from '../../../verbs/accounts/remove-member.ts'
import { showMember } from '../../../verbs/accounts/show-member.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './kept-form.ts'
import { choicesView } from './member-view.ts'
import { membersPath } from './members.ts'

/** `GET /portal/members/{id}` */
export function memberPage(portal: Portal): Promise<Response> {
  return show(portal, {})
}

/** `POST /portal/members/{id}/role` */
export async function changeRole(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const input = {
    memberId: portal.param('id'),
    role: (textOf(form, 'role') ?? '') as Role,
    province: textOf(form, 'province') ?? '',
    commune: textOf(form, 'commune') ?? '',
  }
  return answerForm(portal, {
    act: async () => {
      const { organisationId } = await changeMemberRole({ ctx, input })
      return seeOther(portal, membersPath(portal, { organisationId, done: 'changed' }))
    },
    refused: (view, status) => show(portal, { refused: view, status }),
  })
}

/** `POST /portal/members/{id}/remove` */
export async function remove(portal: Portal): Promise<Response> {
  const { ctx } = portal
  return answerForm(portal, {
    act: async () => {
      const { organisationId } = await removeMember({
        ctx,
        input: { memberId: portal.param('id') },
      })
      return seeOther(portal, membersPath(portal, { organisationId, done: 'removed' }))
    },
    refused: (view, status) => show(portal, { problem: view.problem, status }),
  })
}

async function show(
  portal: Portal,
  given: {
    readonly refused?: FormView
    readonly problem?: string | null
    readonly status?: number
  },
): Promise<Response> {
  const { ctx, lang } = portal
  const { member, self, organisation } = await showMember({
    ctx,
    input: { memberId: portal.param('id') },
  })
  const choices = await placeChoices(ctx)
  const values = {
    role: member.role,
    province: member.provinceCode ?? '',
    commune: member.communeName ?? '',
  }
  const form = given.refused ?? { ...freshForm(values), problem: given.problem ?? null }
  const { id, name, email } = member
  const model = { kind: 'portal/member', id, name, email, self, organisation, form } as const
  return showPortalPage(portal, { ...model, ...choicesView(choices, lang) }, given.status ?? 200)
}
