import { PASSWORD } from './accounts-app.ts'

const OWN = { 'sec-fetch-site': 'same-origin' }

/** A browser signed in to a server that runs. */
export type PortalClient = {
  readonly get: (path: string) => Promise<{ readonly status: number; readonly text: string }>
  /** Gives where the answer leads. */
  readonly post: (path: string, fields: FormData | URLSearchParams) => Promise<string>
}

/** Signs in with an account of `makeAccount`. */
export async function signInTo(origin: string, email: string): Promise<PortalClient> {
  const answer = await fetch(`${origin}/portal/sign-in`, {
    ...{ method: 'POST', redirect: 'manual', headers: OWN },
    body: new URLSearchParams({ email, password: PASSWORD }),
  })
  await answer.arrayBuffer()
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  if (cookie === '') throw new Error(`signing in answered ${answer.status}`)
  return {
    get: async (path) => {
      const page = await fetch(`${origin}${path}`, { headers: { cookie } })
      return { status: page.status, text: await page.text() }
    },
    post: async (path, body) => {
      const headers = { ...OWN, cookie }
      const done = await fetch(`${origin}${path}`, {
        ...{ method: 'POST', redirect: 'manual', headers, body },
      })
      const text = await done.text()
      const location = done.headers.get('location')
      if (location === null)
        throw new Error(`${path} answered ${done.status}: ${text.slice(0, 200)}`)
      return location
    },
  }
}
