import type { PortalRoute } from '../portal-route.ts'
import { changeOrganisation, dropPasskey, saveName, savePassword } from './account-forms.ts'
import { accountPage } from './account-page.ts'
import { answerInvitation, invitationPage } from './invitation.ts'
import { changeRole, memberPage, remove } from './member.ts'
import { invite, membersPage, renew, withdraw } from './members.ts'
import {
  forgotPassword,
  forgotPasswordPage,
  resetPasswordPage,
  setNewPassword,
} from './new-password.ts'
import { signIn, signInPage } from './sign-in.ts'
import { endOneSession, signOut, signOutEverywhere } from './sign-out.ts'

/** Signing in and out, one's own account, the members of an organisation. */
export const accountRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/portal/sign-in', may: 'anyone', handle: signInPage },
  { method: 'POST', path: '/portal/sign-in', may: 'anyone', handle: signIn },
  { method: 'POST', path: '/portal/sign-out', may: 'anyone', handle: signOut },
  { method: 'GET', path: '/portal/forgot-password', may: 'anyone', handle: forgotPasswordPage },
  { method: 'POST', path: '/portal/forgot-password', may: 'anyone', handle: forgotPassword },
  { method: 'GET', path: '/portal/reset-password', may: 'anyone', handle: resetPasswordPage },
  { method: 'POST', path: '/portal/reset-password', may: 'anyone', handle: setNewPassword },
  { method: 'GET', path: '/portal/invitations/:secret', may: 'anyone', handle: invitationPage },
  { method: 'POST', path: '/portal/invitations/:secret', may: 'anyone', handle: answerInvitation },
  { method: 'GET', path: '/portal/account', may: 'portal.use', handle: (p) => accountPage(p) },
  { method: 'POST', path: '/portal/account/name', may: 'portal.use', handle: saveName },
  { method: 'POST', path: '/portal/account/password', may: 'portal.use', handle: savePassword },
  {
    ...{ method: 'POST', path: '/portal/account/sessions/end', may: 'portal.use' },
    handle: endOneSession,
  },
  {
    ...{ method: 'POST', path: '/portal/account/sign-out-everywhere', may: 'portal.use' },
    handle: signOutEverywhere,
  },
  {
    ...{ method: 'POST', path: '/portal/account/passkeys/remove', may: 'portal.use' },
    handle: dropPasskey,
  },
  {
    ...{ method: 'POST', path: '/portal/account/organisation', may: 'portal.use' },
    handle: changeOrganisation,
  },
  { method: 'GET', path: '/portal/members', may: 'members.write', handle: membersPage },
  { method: 'POST', path: '/portal/members/invite', may: 'members.write', handle: invite },
  { method: 'POST', path: '/portal/members/renew', may: 'members.write', handle: renew },
  { method: 'POST', path: '/portal/members/withdraw', may: 'members.write', handle: withdraw },
  { method: 'GET', path: '/portal/members/:id', may: 'members.write', handle: memberPage },
  { method: 'POST', path: '/portal/members/:id/role', may: 'members.write', handle: changeRole },
  { method: 'POST', path: '/portal/members/:id/remove', may: 'members.write', handle: remove },
]
