import { type Answer, type Browser, ORIGIN } from './accounts-app.ts'
import { softwareAuthenticator } from './software-authenticator.ts'

/** A device that makes passkeys for the site of the tests. */
export const device = (given: { readonly counts?: false } = {}) =>
  softwareAuthenticator({ origin: ORIGIN, rpId: 'tem.example.vn', ...given })

/** The challenge of a ceremony that this browser begins. */
export async function challengeOf(browser: Browser, step: string): Promise<string> {
  const { response } = await browser.fetch(`/api/auth/passkey/${step}`)
  return ((await response.json()) as { challenge: string }).challenge
}

/** The end of a ceremony, sent as our own page sends it. */
export function send(
  browser: Browser,
  step: string,
  body: object | string,
  headers: Readonly<Record<string, string>> = { origin: ORIGIN },
): Promise<Answer> {
  return browser.fetch(`/api/auth/passkey/${step}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}
