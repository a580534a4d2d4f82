import type { FormView } from '../../../../site/models/portal-common.ts'
import { deviceName } from '../../../../site/view/device-name.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt } from '../../../copy/format.ts'
import { ACCOUNT_COPY as W } from '../../../copy/portal/account.ts'
import { ROLE_NAMES } from '../../../copy/portal/common.ts'
import { isRole } from '../../../domain/access/roles.ts'
import { formatDate } from '../../../lib/time/format-date.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { type AccountView, showAccount } from '../../../verbs/accounts/show-account.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

const DONE = {
  name: 'nameSaved',
  password: 'passwordChanged',
  session: 'sessionEnded',
  passkey: 'passkeyAdded',
  'passkey-removed': 'passkeyRemoved',
  switched: 'switched',
} as const

/** `GET /portal/account`, and the same page where one of its forms was refused. */
export async function accountPage(
  portal: Portal,
  refused: {
    readonly name?: FormView
    readonly password?: FormView
    readonly problem?: string
    readonly status?: number
  } = {},
): Promise<Response> {
  const { c, ctx, lang, person } = portal
  const account = await showAccount({ ctx })
  const done = Object.entries(DONE).find(([name]) => name === c.req.query('done'))?.[1]
  const model = {
    kind: 'portal/account' as const,
    email: person.email,
    nameForm: refused.name ?? freshForm({ name: person.name }),
    // What was typed as a password is not sent back.
    passwordForm: withoutValues(refused.password ?? freshForm()),
    ...listsOf(portal, account),
    done: done === undefined ? null : { kind: 'done' as const, text: W[done][lang] },
    problem: refused.problem ?? null,
  }
  return showPortalPage(portal, model, refused.status ?? 200)
}

function listsOf({ lang, person, signedIn }: Portal, account: AccountView) {
  return {
    sessions: account.sessions.map(({ id, createdAt, updatedAt, userAgent }) => ({
      id,
      device: deviceName(userAgent, lang),
      times: fill(W.sessionTimes[lang], {
        since: formatAt(createdAt, lang),
        used: dayOf(updatedAt),
      }),
      here: id === signedIn.sessionId,
    })),
    passkeys: account.passkeys.map(({ id, name, createdAt }) => ({
      id,
      name: name ?? W.unnamedPasskey[lang],
      addedOn: createdAt === null ? null : dayOf(createdAt),
    })),
    organisations: account.organisations.map(({ organisationId, organisationName, role }) => ({
      id: organisationId,
      name: organisationName,
      role: isRole(role) ? ROLE_NAMES[role][lang] : role,
      here: organisationId === person.organisationId,
    })),
  }
}

function dayOf(at: number): string {
  return formatDate(vietnamDateOf(at))
}

function withoutValues(form: FormView): FormView {
  return { ...form, values: {} }
}
