import { isSecretField } from './account/kept-form.ts'
import type { Visit } from './portal-route.ts'
import { showPortalPage } from './show-portal-page.ts'

/** The sign-in page in place of what was asked for; what was typed is carried on with it. */
export function showSignIn(
  visit: Visit,
  input: { readonly form: FormData; readonly email?: string; readonly error?: string | null },
): Promise<Response> {
  const { c } = visit
  const url = new URL(c.req.url)
  const kept = [...input.form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' && !isSecretField(name) ? [{ name, value }] : [],
  )
  const lostFile = [...input.form.values()].some((value) => typeof value !== 'string')
  return showPortalPage(
    visit,
    {
      kind: 'portal/sign-in',
      next: { path: url.pathname + url.search, method: c.req.method === 'POST' ? 'POST' : 'GET' },
      kept,
      lostFile,
      email: input.email ?? '',
      error: input.error ?? null,
    },
    401,
  )
}
