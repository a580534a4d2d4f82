import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import type { Stage } from './stage.ts'

const OWN = { 'sec-fetch-site': 'same-origin' }
const LOOK_EVERY_MS = 250

/** Signs in as the administrator. */
export function signIn(stage: Pick<Stage, 'worker' | 'accounts'>): Promise<string> {
  return cookieOf(stage, 'admin')
}

/** Signs in as a browser would; the answer sets the cookie. */
export async function cookieOf(
  { worker, accounts }: Pick<Stage, 'worker' | 'accounts'>,
  role: string,
): Promise<string> {
  const account = accounts.find((each) => each.role === role)
  if (account === undefined) throw new Error('the demo data hold no account')
  const response = await fetch(`${worker.origin}/portal/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: OWN,
    body: new URLSearchParams({ email: account.email, password: account.password }),
  })
  await response.arrayBuffer()
  const cookies = response.headers.getSetCookie().map((text) => text.split(';', 1)[0])
  if (cookies.length === 0) throw new Error(`signing in answered ${response.status}`)
  return cookies.join('; ')
}

/** Somebody signed in, and the database behind. */
export type PortalClient = {
  readonly origin: string
  readonly cookie: string
  readonly db: Database
}

/** Sends a form whose answer leads elsewhere; gives where. */
export async function postTo(
  client: PortalClient,
  path: string,
  body: FormData | URLSearchParams,
): Promise<string> {
  const answer = await send(client, path, body)
  const text = await answer.text()
  const location = answer.headers.get('location')
  if (location === null) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`)
  return location
}

/** Sends a form that is answered with a page. */
export async function withPage(client: PortalClient, path: string, body: FormData): Promise<void> {
  const answer = await send(client, path, body)
  const text = await answer.text()
  if (answer.status !== 200)
    throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`)
}

function send({ origin, cookie }: PortalClient, path: string, body: FormData | URLSearchParams) {
  return fetch(`${origin}${path}`, {
    ...{ method: 'POST', redirect: 'manual' as const, body },
    headers: { ...OWN, cookie },
  })
}

/** Waits until a job is done, looking at the database itself; false where nobody waits any more. */
export async function ended(
  { db }: PortalClient,
  job: { readonly subjectId: string; readonly kind: string; readonly isStopped: () => boolean },
): Promise<boolean> {
  for (;;) {
    const [row] = await db.all<{ state: string; problem: string | null }>(sql`
      SELECT state, problem FROM job WHERE subject_id = ${job.subjectId} AND kind = ${job.kind}`)
    if (row?.state === 'done') return true
    if (row?.state !== 'open') throw new Error(`${job.kind} ended: ${row?.problem}`)
    if (job.isStopped()) return false
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

export async function siteOfCode({ db }: Pick<PortalClient, 'db'>, code: string): Promise<string> {
  const [site] = await db.all<{ id: string }>(
    sql`SELECT site_id AS id FROM code WHERE code = ${code}`,
  )
  if (site === undefined) throw new Error(`the demo data hold no ${code}`)
  return site.id
}
