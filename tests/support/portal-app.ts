import { nanoid } from 'nanoid'
import type { Database } from '../../db/client.ts'
import { member, user } from '../../db/schema/index.ts'
import type { PageModel } from '../../site/page-models.ts'
import { createApp } from '../../worker/app.ts'
import { EVERYWHERE, type Place, type Role } from '../../worker/domain/access/roles.ts'
import type { SignedIn } from '../../worker/http/accounts/accounts.ts'
import type { Deps } from '../../worker/http/app-env.ts'
import { neverGiveWay } from '../../worker/lib/steps/give-way.ts'
import { isolateCache } from '../../worker/platform/facts-cache.ts'
import type { Person } from '../../worker/verbs/context.ts'
import { createKeyRing } from '../../worker/verbs/scan/key-ring.ts'
import { makeContext, makeOrganisation, NOW, TEST_KEK, unique } from './factories.ts'
import { outside } from './outside.ts'

export type PortalApp = {
  readonly get: (path: string) => Promise<PortalAnswer>
  /** A form as a browser of our own page sends it; with a file it is multipart. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string | File>>,
  ) => Promise<PortalAnswer>
  /** Any request at all. */
  readonly ask: (path: string, init: RequestInit) => Promise<PortalAnswer>
  /** Sets the clock forward. */
  readonly wait: (ms: number) => void
  readonly deps: Deps
  /** Work put off until after the answers, all of it done. */
  readonly settle: () => Promise<void>
}

export type PortalAnswer = {
  readonly response: Response
  readonly status: number
  /** The model of the page that was shown; null for redirects and files. */
  readonly model: PageModel | null
  /** Where a redirect leads. */
  readonly location: string | null
}

/** The whole application with one person signed in (or nobody), pages shown as their models. */
export function portalApp(
  db: Database,
  person: Person | null,
  given: Partial<Deps> = {},
): PortalApp {
  let now = NOW
  const work: Promise<unknown>[] = []
  const models: PageModel[] = []
  const signedIn: SignedIn | null =
    person === null
      ? null
      : {
          ...{ person, sessionId: 'session', signedInAt: NOW },
          ...{ unread: 0, organisations: 1, mark: 0 },
        }
  const deps: Deps = {
    db: () => db,
    now: () => now,
    newId: () => nanoid(),
    giveWay: neverGiveWay,
    origin: 'https://tem.example.vn',
    issuerName: 'Sở thử nghiệm',
    demo: false,
    ownHosts: new Set(['tem.example.vn']),
    labelOrigin: 'HTTPS://TEM.EXAMPLE.VN',
    kek: TEST_KEK,
    cache: isolateCache({ maxBytes: 4_000_000, shared: null }),
    keys: createKeyRing(),
    scans: { record: () => undefined },
    pages: {
      render: async (model) => {
        models.push(model)
        return { html: model.kind, styleHash: null }
      },
    },
    waitUntil: (promise) => void work.push(promise.catch(() => undefined)),
    asset: async () => null,
    ...outside(signedIn),
    ...given,
  }
  const app = createApp(() => deps)
  const ask = async (path: string, init: RequestInit): Promise<PortalAnswer> => {
    models.length = 0
    const request = new Request(`https://tem.example.vn${path}`, init)
    const response = await app.fetch(request, {}, { waitUntil: deps.waitUntil })
    return {
      response,
      status: response.status,
      model: models.at(-1) ?? null,
      location: response.headers.get('location'),
    }
  }
  return {
    ask,
    get: (path) => ask(path, {}),
    post: (path, fields) => {
      const withFile = Object.values(fields).some((value) => typeof value !== 'string')
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      const plain = new URLSearchParams(fields as Record<string, string>)
      return ask(path, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: withFile ? form : plain,
      })
    },
    wait: (ms) => {
      now += ms
    },
    deps,
    settle: async () => void (await Promise.all(work)),
  }
}

/** Somebody with a role in an organisation (a new one unless given), stored as such. */
export async function makePerson(
  db: Database,
  role: Role,
  given: { organisationId?: string; place?: Place } = {},
): Promise<Person> {
  const ctx = makeContext(db)
  const organisation =
    given.organisationId === undefined
      ? await makeOrganisation(ctx, {
          kind: role === 'producer' || role === 'packer' ? 'cooperative' : 'state',
        })
      : { id: given.organisationId, name: 'Đơn vị thử' }
  const number = unique()
  const place = given.place ?? EVERYWHERE
  const id = `user-${nanoid()}`
  const name = `Người thử ${number}`
  const email = `nguoi-thu-${number}-${nanoid(6).toLowerCase()}@example.vn`
  await db
    .insert(user)
    .values({ id, name, email, emailVerified: true, createdAt: NOW, updatedAt: NOW })
  await db.insert(member).values({
    ...{ id: nanoid(), organizationId: organisation.id, userId: id, role },
    ...place,
    createdAt: NOW,
  })
  return {
    ...{ kind: 'user', userId: id, name, email, role, place },
    ...{ organisationId: organisation.id, organisationName: organisation.name },
  }
}
