import type { InvitationRow } from '../../../../db/queries/accounts-invitations.ts'
import type { MemberRow } from '../../../../db/queries/accounts-members.ts'
import type {
  InvitationItem,
  MemberItem,
  MembersModel,
  PlaceChoices,
} from '../../../../site/models/account.ts'
import { ROLE_NAMES } from '../../../copy/portal/common.ts'
import { MEMBER_COPY as W } from '../../../copy/portal/member.ts'
import { hasPlace, mayGrant } from '../../../domain/access/grants.ts'
import { isRole } from '../../../domain/access/roles.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { formatDate } from '../../../lib/time/format-date.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import type { Choice } from '../../../resources/form-input.ts'
import type { GrantChoices } from '../../../verbs/accounts/place-choices.ts'
import type { Person } from '../../../verbs/context.ts'

type Placed = Pick<MemberRow, 'provinceCode' | 'provinceName' | 'communeCode' | 'communeName'>

/** A place as read, `Xã Chợ Mới, An Giang`; null for roles that have none. */
export function placeText(
  row: Placed & { readonly role: string | null },
  lang: Language,
): string | null {
  if (row.role === null || !isRole(row.role) || !hasPlace(row.role)) return null
  if (row.provinceCode === null) return W.everywhere[lang]
  const commune = row.communeName ?? row.communeCode
  const province = row.provinceName ?? row.provinceCode
  return commune === null ? province : `${commune}, ${province}`
}

export function roleText(role: string | null, lang: Language): string {
  return role !== null && isRole(role) ? ROLE_NAMES[role][lang] : ''
}

export function memberItem(row: MemberRow, person: Person, lang: Language): MemberItem {
  const { id, name, email, role, provinceCode, communeCode } = row
  const changeable =
    isRole(role) && mayGrant(person, { role, place: { provinceCode, communeCode } })
  return {
    ...{ name, email, role: roleText(role, lang), place: placeText(row, lang) },
    self: row.userId === person.userId,
    href: changeable ? `/portal/members/${id}` : null,
  }
}

export function invitationItem(
  row: InvitationRow,
  input: { readonly lang: Language; readonly person: Person },
): InvitationItem {
  const { lang, person } = input
  const { id, email, role, provinceCode, communeCode } = row
  // Whoever has a link can become what it makes of them: only they make one who may hand that out.
  const isTheirs =
    role !== null &&
    isRole(role) &&
    mayGrant(person, { role, place: { provinceCode, communeCode } })
  return {
    ...{ email, role: roleText(role, lang), place: placeText(row, lang) },
    id: isTheirs ? id : null,
    until: formatDate(vietnamDateOf(row.expiresAt)),
  }
}

export function madeLinkView(
  made: { readonly email: string; readonly path: string; readonly expiresAt: number },
  origin: string,
): MembersModel['madeLink'] {
  const { email, path, expiresAt } = made
  return { email, url: `${origin}${path}`, until: formatDate(vietnamDateOf(expiresAt)) }
}

export function choicesView(
  { roles, places }: GrantChoices,
  lang: Language,
): { roles: Choice[]; places: PlaceChoices | null } {
  return {
    roles: roles.map((role) => ({ value: role, text: ROLE_NAMES[role][lang] })),
    places:
      places === null
        ? null
        : {
            provinces: places.provinces.map(({ code, name }) => ({ value: code, text: name })),
            everywhere: places.everywhere,
          },
  }
}
