import { ACCOUNT_COPY as W } from '../../../copy/portal/account.ts'
import { Problem } from '../../../verbs/errors.ts'
import type { Visit } from '../portal-route.ts'
import { readForm } from '../read-form.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { withHeadersOf } from '../with-headers-of.ts'
import { type KeptForm, keptForm, textOf } from './kept-form.ts'
import { nextPath } from './next-path.ts'
import { signInAttempt } from './sign-in-attempt.ts'

/** The form that waits may be as long as any other. */
const MAX_BYTES = 1024 * 1024

const DONE = { out: 'signedOut', everywhere: 'signedOutAll', reset: 'passwordReset' } as const

/** `GET /portal/sign-in` */
export async function signInPage(visit: Visit): Promise<Response> {
  const { c, lang, signedIn } = visit
  const path = nextPath(c.req.query('next') ?? null)
  if (signedIn !== null) return seeOther(visit, path)
  const done = Object.entries(DONE).find(([name]) => name === c.req.query('done'))?.[1]
  return showPortalPage(visit, {
    ...{ kind: 'portal/sign-in', next: { path, method: 'GET' }, kept: [], lostFile: false },
    ...{ email: '', error: null },
    done: done === undefined ? null : { kind: 'done', text: W[done][lang] },
  })
}

/** `POST /portal/sign-in` */
export async function signIn(visit: Visit): Promise<Response> {
  const { c, deps, lang } = visit
  const form = await readForm(c, MAX_BYTES)
  const waiting = keptForm(form)
  const email = (textOf(form, 'email') ?? '').trim().toLowerCase()
  const again = (error: string, status: number) =>
    showPortalPage(
      { ...visit, signedIn: null },
      { kind: 'portal/sign-in', ...waiting, email, error },
      status,
    )
  const attempt = signInAttempt(visit, email)
  try {
    await attempt.take()
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 429) throw error
    return withHeadersOf(await again(error.text[lang], 429), error)
  }
  const password = textOf(form, 'password') ?? ''
  const outcome = await deps.accounts.signIn({ email, password, headers: c.req.raw.headers })
  switch (outcome.kind) {
    case 'wrong':
      return again(W.wrong[lang], 400)
    case 'no_organisation':
      return again(W.noOrganisation[lang], 400)
    case 'signed_in': {
      await attempt.forget()
      for (const cookie of outcome.cookies) c.header('set-cookie', cookie, { append: true })
      return goOn({ ...visit, signedIn: outcome.signedIn }, waiting)
    }
  }
}

/** To what was asked for; what was typed is shown as a form to be sent with one button. */
export function goOn(visit: Visit, { next, kept, lostFile }: KeptForm): Promise<Response> {
  if (next.method === 'GET') return Promise.resolve(seeOther(visit, next.path))
  return showPortalPage(visit, { kind: 'portal/resume', path: next.path, kept, lostFile })
}
