import { randomBytes, scryptSync } from 'node:crypto'
import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { afterAll } from 'vitest'
import type { Database } from '../../db/client.ts'
import { account } from '../../db/schema/index.ts'
import type { PageModel } from '../../site/page-models.ts'
import { createApp } from '../../worker/app.ts'
import type { Place, Role } from '../../worker/domain/access/roles.ts'
import { createAccounts } from '../../worker/http/accounts/create-accounts.ts'
import type { Letter } from '../../worker/platform/mailer.ts'
import type { PageFacts } from '../../worker/platform/page-facts.ts'
import { DEFAULT_LIMITS } from '../../worker/platform/rate-limits.ts'
import type { Person } from '../../worker/verbs/context.ts'
import { freshDatabase } from './database.ts'
import { keptLetters } from './outside.ts'
import { makePerson, portalApp } from './portal-app.ts'

export const ORIGIN = 'https://tem.example.vn'
export const PASSWORD = 'một câu ngắn dễ nhớ'

export const SETTINGS = {
  GOC_ORIGIN: ORIGIN,
  GOC_AUTH_SECRET: 'a secret of the tests, long enough for anybody',
  GOC_RATE_LIMITS: 'off',
  GOC_CLIENT_ADDRESS_HEADER: 'x-real-ip',
} as const

export type Answer = {
  readonly status: number
  readonly location: string | null
  readonly model: PageModel | null
  readonly response: Response
}

/**
 * A fresh database behind one connection: a single statement is not tried again where another
 * connection to the same file is in the way. A libSQL server has no such trouble.
 */
export async function accountsDatabase(): Promise<Database> {
  const { url } = await freshDatabase()
  const client = createClient({ url, concurrency: 1 })
  afterAll(() => client.close())
  return drizzle(client, { casing: 'snake_case' })
}

/** A browser with cookies of its own, in front of the whole application with real accounts. */
export type Browser = {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string>> | FormData,
  ) => Promise<Answer>
  readonly fetch: (path: string, init?: RequestInit) => Promise<Answer>
  readonly signIn: (email: string, password?: string) => Promise<Answer>
  readonly cookies: Map<string, string>
  /** Letters sent by what this browser did, oldest first. */
  readonly letters: readonly Letter[]
  /** Work put off until after the answers, all of it done. */
  readonly settle: () => Promise<void>
}

/** `limits: 'on'` for tests of the limits; `address` is the machine the requests come from. */
export function openBrowser(
  db: Database,
  given: {
    readonly limits?: 'on'
    readonly address?: string
    readonly pageFacts?: PageFacts
  } = {},
): Browser {
  const limits = given.limits === 'on' ? DEFAULT_LIMITS : 'off'
  const settings = { ...SETTINGS, GOC_RATE_LIMITS: limits } as const
  const models: PageModel[] = []
  const mailer = keptLetters()
  const { deps, settle } = portalApp(db, null, {
    ...{ now: Date.now, mailer },
    ...(given.pageFacts === undefined ? {} : { pageFacts: given.pageFacts }),
    accounts: createAccounts({ db: () => db, settings }),
    pages: {
      render: async (model) => {
        models.push(model)
        return { html: model.kind, styleHash: null }
      },
    },
  })
  const app = createApp(() => deps)
  const cookies = new Map<string, string>()
  const fetch = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    models.length = 0
    const headers = new Headers(init.headers)
    if (cookies.size > 0) {
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    }
    if (given.address !== undefined) headers.set(SETTINGS.GOC_CLIENT_ADDRESS_HEADER, given.address)
    const request = new Request(`${ORIGIN}${path}`, { redirect: 'manual', ...init, headers })
    const response = await app.fetch(request, {}, { waitUntil: deps.waitUntil })
    // A file has one writer; what is put off would meet the next request there.
    await settle()
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return {
      response,
      status: response.status,
      location: response.headers.get('location'),
      model: models.at(-1) ?? null,
    }
  }
  const post: Browser['post'] = (path, fields = {}) =>
    fetch(path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', origin: ORIGIN, 'user-agent': AGENT },
      body: fields instanceof FormData ? fields : new URLSearchParams(fields),
    })
  return {
    ...{ get: (path) => fetch(path), post, fetch, cookies, settle, letters: mailer.letters },
    signIn: (email, password = PASSWORD) => post('/portal/sign-in', { email, password }),
  }
}

/** A browser of its own in which somebody has signed in. */
export async function signedIn(
  db: Database,
  person: Person,
  given: Parameters<typeof openBrowser>[1] = {},
): Promise<Browser> {
  const browser = openBrowser(db, given)
  await browser.signIn(person.email)
  return browser
}

export const AGENT = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile'

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';', 1)
  const cut = pair.indexOf('=')
  const name = pair.slice(0, cut)
  if (/max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, pair.slice(cut + 1))
}

/** PASSWORD as it is stored, at a cost of next to nothing: a sign-in takes what the stored hash says. */
function cheapHash(): string {
  const cost = { N: 16, r: 1, p: 1 }
  const salt = randomBytes(16)
  const key = scryptSync(PASSWORD.normalize('NFKC'), salt, 64, cost)
  const [saltText, keyText] = [salt.toString('base64url'), key.toString('base64url')]
  return ['scrypt', cost.N, cost.r, cost.p, saltText, keyText].join('$')
}

/** Somebody with a role, a place and PASSWORD to sign in with. */
export async function makeAccount(
  db: Database,
  role: Role,
  given: { organisationId?: string; place?: Place } = {},
): Promise<Person> {
  const person = await makePerson(db, role, given)
  await givePassword(db, person.userId)
  return person
}

/** PASSWORD for somebody who has none yet. */
export async function givePassword(db: Database, userId: string): Promise<void> {
  await db.insert(account).values({
    ...{ id: `account-${userId}`, accountId: userId, providerId: 'credential', userId },
    ...{ password: cheapHash(), createdAt: 0, updatedAt: 0 },
  })
}
