import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { type Permission, reachOf } from '../../../worker/domain/access/permissions.ts'
import { type Place, ROLES, type Role } from '../../../worker/domain/access/roles.ts'
import { PORTAL_ROUTES } from '../../../worker/routes/portal/index.ts'
import type { PortalRoute } from '../../../worker/routes/portal/portal-route.ts'
import { startApplication } from '../../../worker/verbs/applications/start-application.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import { type RouteName, routesBesidePortal } from '../../support/every-route.ts'
import {
  makeCertification,
  makeCode,
  makeContext,
  makeDiaryEvent,
  makeOrganisation,
  makeRun,
  makeSite,
} from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

/** Who may call what is not of the portal. A route that stands in neither list fails the walk. */
const PUBLIC: readonly RouteName[] = [
  'POST /api/v1/verify',
  'POST /api/v1/verify/bulk',
  'GET /api/v1/batches/:REF',
  'GET /api/v1/codes',
  'GET /api/v1/codes/:CODE',
  'GET /api/v1/notices',
  'GET /api/v1/notices.atom',
  'GET /.well-known/jwks.json',
  'GET /.well-known/label-status.json',
  'GET /.well-known/label-status/:kid',
  'GET /.well-known/status-jwks.json',
  'GET /.well-known/document-jwks.json',
  'OPTIONS /.well-known/document-jwks.json',
  'GET /healthz',
  'GET /readyz',
  'GET /api/openapi.json',
  'GET /api/docs',
  'OPTIONS /api/v1/batches/:REF',
  'OPTIONS /api/v1/codes',
  'OPTIONS /api/v1/codes/:CODE',
  'OPTIONS /api/v1/notices',
  'OPTIONS /api/v1/notices.atom',
  'OPTIONS /.well-known/jwks.json',
  'OPTIONS /.well-known/label-status.json',
  'OPTIONS /.well-known/label-status/:kid',
  'OPTIONS /.well-known/status-jwks.json',
  'GET /',
  'GET /b',
  'GET /b/:ref',
  'GET /01/:gtin/10/:ref',
  'GET /01/:gtin/10/:ref/21/:unit',
  'GET /TEM-THU/:filling',
  'GET /tem-thu/:filling',
  'GET /notices',
  'GET /notices.atom',
  'GET /check',
  'GET /codes',
  'GET /codes/:code',
  'GET /suspensions',
  'GET /open-data',
  'GET /open-data/codes.csv',
  'GET /open-data/codes.json',
  'GET /open-data/suspensions.csv',
  'GET /open-data/dictionary.csv',
  'OPTIONS /open-data/dictionary.csv',
  'OPTIONS /open-data/codes.csv',
  'OPTIONS /open-data/codes.json',
  'OPTIONS /open-data/suspensions.csv',
  'GET /p/:product',
  'GET /o/:organisation',
  'GET /recalls',
  'GET /map',
  'GET /handbook',
  'GET /handbook/:crop/:market',
  'GET /help',
  'GET /search',
  'GET /report',
  'POST /report',
  'GET /report/:receipt',
  'GET /confirm',
  'POST /confirm',
  'GET /s/:secret',
  'GET /s/:secret/papers/:paper',
  'GET /media/:name',
  'GET /area-map/background/:name',
  // The installed app itself holds no data: what it shows it asks for with the session.
  'GET /app',
  'GET /app/*',
  'GET /sitemap.xml',
  'GET /robots.txt',
  // Static files, and 404.
  'GET /*',
]

/** For machines with a bearer token: a person signed in has no business there. */
const TOKEN: readonly RouteName[] = [
  'POST /api/v1/products',
  'POST /api/v1/batches',
  'PATCH /api/v1/batches/:ref',
  'POST /api/v1/batches/:ref/labels',
  'GET /api/v1/runs/:id',
  'GET /api/v1/runs/:id/labels',
  'POST /api/v1/runs/:id/exceptions',
  'POST /api/v1/batches/:ref/recall',
  'GET /api/v1/products',
  'GET /api/v1/products/:id',
  'GET /api/v1/batches',
  'GET /api/v1/batches/:ref/declaration',
  'GET /api/v1/batches/:ref/runs',
  'GET /api/v1/batches/:ref/exceptions',
  'GET /api/v1/exceptions/:id',
  'GET /api/v1/diary',
  'GET /api/v1/diary/:id',
  'POST /api/v1/diary/:id/corrections',
]

/** For whoever is signed in on a page of ours, and for machines with the scope to send. */
const SENDING: readonly RouteName[] = [
  'POST /api/v1/outbox',
  'PUT /api/v1/outbox/photos/:sha256',
  'GET /api/v1/outbox/photos/:sha256',
]

/** For whoever is signed in, beside the portal: each gets what is theirs. */
const SIGNED_IN: readonly RouteName[] = ['GET /app/kit']

/** As a route of the portal, beside it: for whose role may. */
const BY_RIGHT: readonly (readonly [RouteName, Permission])[] = [
  ['GET /app/register', 'labels.register'],
]

/** Middleware that answers nothing, and the ceremonies of passkeys (tested by themselves). */
const OTHER: readonly RouteName[] = ['ALL /*', 'ALL /api/auth/*']

const HERE: Place = { provinceCode: '91', communeCode: null }
const ELSEWHERE: Place = { provinceCode: '15', communeCode: null }

let db: Database
const people = new Map<Role, Person>()
const apps = new Map<Role | 'nobody', PortalApp>()

beforeAll(async () => {
  db = (await freshDatabase()).db
  apps.set('nobody', portalApp(db, null))
  for (const role of ROLES) {
    const person = await makePerson(db, role, { place: HERE })
    people.set(role, person)
    apps.set(role, portalApp(db, person))
  }
})

const appOf = (who: Role | 'nobody'): PortalApp => {
  const app = apps.get(who)
  if (app === undefined) throw new Error(`nobody is ${who}`)
  return app
}

/** A path with something in place of each parameter. */
const filled = (path: string, value = 'khong-co') =>
  path.replace(/:\w+(?:\{[^}]*\})?\??/g, encodeURIComponent(value)).replace(/\/\*$/, '/khong-co')

const call = ({ method, path }: Pick<PortalRoute, 'method' | 'path'>, app: PortalApp) =>
  method === 'GET' ? app.get(path) : app.post(path, {})

const walked = PORTAL_ROUTES.map((route) => ({
  ...{ method: route.method, path: route.path, may: route.may },
  ask: (app: PortalApp) => call({ ...route, path: filled(route.path) as `/portal${string}` }, app),
}))

async function actions(): Promise<number> {
  const [row] = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM audit_log`)
  return row?.n ?? 0
}

describe('every route', () => {
  it('stands in a list of who may call it', () => {
    const known = new Set<string>([
      ...[...PUBLIC, ...TOKEN, ...SENDING, ...SIGNED_IN, ...OTHER],
      ...BY_RIGHT.map(([name]) => name),
    ])
    expect(routesBesidePortal().filter((name) => !known.has(name))).toEqual([])
  })

  it('of the portal names a permission, or is for signing in', () => {
    const open = walked.filter(({ may }) => may === 'anyone').map(({ path }) => path)
    expect([...new Set(open)].sort()).toEqual([
      '/portal/forgot-password',
      // Says how work is done and nothing of anybody.
      '/portal/help',
      '/portal/help/:role',
      '/portal/invitations/:secret',
      '/portal/recall-answers/:secret',
      '/portal/reset-password',
      '/portal/sign-in',
      '/portal/sign-out',
    ])
  })
})

describe('nobody', () => {
  it.each(walked.filter(({ may }) => may !== 'anyone'))(
    'is asked to sign in by $method $path',
    async ({ ask }) => {
      const { status, model } = await ask(appOf('nobody'))
      expect([status, model?.kind]).toEqual([401, 'portal/sign-in'])
    },
  )

  it.each([...TOKEN, ...SENDING])('is refused by %s', async (name) => {
    expect(await statusOf(name, appOf('nobody'))).toBe(401)
  })

  it.each(PUBLIC)('may ask for %s', async (name) => {
    expect(await statusOf(name, appOf('nobody'))).not.toBeOneOf([401, 403])
  })
})

describe.each(ROLES)('%s', (role) => {
  it.each(walked)('at $method $path, which needs $may', async ({ may, ask }) => {
    const before = await actions()
    const { status, model } = await ask(appOf(role))
    if (may === 'anyone' || reachOf(role, may) !== null) {
      expect(status).not.toBeOneOf([401, 403])
      expect(status).toBeLessThan(500)
      return
    }
    expect([status, model?.kind]).toEqual([403, 'portal/problem'])
    expect(await actions()).toBe(before)
  })

  it('may send what was written without signal; what it is asks for a right of its own', async () => {
    for (const name of SENDING) {
      const status = await statusOf(name, appOf(role))
      const may = reachOf(role, 'outbox.send') !== null
      expect([name, [401, 403].includes(status)]).toEqual([name, !may])
    }
  })

  it('is refused by routes for machines, signed in or not', async () => {
    for (const name of TOKEN) expect([name, await statusOf(name, appOf(role))]).toEqual([name, 401])
    for (const name of SIGNED_IN) {
      expect([name, await statusOf(name, appOf(role))]).toEqual([name, 200])
      expect([name, await statusOf(name, appOf('nobody'))]).toEqual([name, 401])
    }
    for (const [name, may] of BY_RIGHT) {
      const right = reachOf(role, may) === null ? 403 : 200
      expect([name, await statusOf(name, appOf(role))]).toEqual([name, right])
      expect([name, await statusOf(name, appOf('nobody'))]).toEqual([name, 401])
    }
  })
})

const MADE = [
  '/portal/sites/',
  '/portal/codes/',
  '/portal/certificates/',
  '/portal/members/',
  '/portal/organisations/',
  '/portal/products/',
  '/portal/batches/',
  '/portal/labels/',
  '/portal/diary/',
  '/portal/certifications/',
  '/portal/applications/',
]

describe('what is another’s', () => {
  const foreign = new Map<string, string>()

  beforeAll(async () => {
    const ctx = makeContext(db)
    const { id: organisationId } = await makeOrganisation(ctx)
    const stranger = await makePerson(db, 'producer', { organisationId })
    const site = await makeSite(ctx, { organisationId, ...ELSEWHERE })
    const { code } = await makeCode(ctx, { siteId: site.id })
    await createKey({ ctx, input: {} })
    const { batch, run } = await makeRun(ctx, { batch: { growingAreas: [code] } })
    const [member] = await db.all<{ id: string }>(
      sql`SELECT id FROM member WHERE user_id = ${stranger.userId}`,
    )
    foreign.set('/portal/sites/', site.id)
    foreign.set('/portal/codes/', code)
    foreign.set('/portal/diary/', (await makeDiaryEvent(ctx, { siteId: site.id })).id)
    foreign.set('/portal/certificates/', code)
    foreign.set('/portal/members/', member?.id ?? '')
    foreign.set('/portal/organisations/', organisationId)
    foreign.set('/portal/products/', batch.productId)
    foreign.set('/portal/batches/', batch.ref)
    foreign.set('/portal/labels/', run.id)
    const certified = await makeCertification(ctx, {
      texts: { organisationId },
      forHolder: true,
    })
    foreign.set('/portal/certifications/', certified.id)
    const applied = await startApplication({
      ctx,
      input: { siteId: site.id, kind: 'new', code: '' },
    })
    foreign.set('/portal/applications/', applied.id)
  })

  const details = PORTAL_ROUTES.flatMap((route) => {
    const prefix = /^(\/portal\/[a-z-]+\/):/.exec(route.path)?.[1]
    // Other things have their own tests; here stands what the walk knows how to make.
    if (prefix === undefined || !MADE.includes(prefix) || route.may === 'anyone') return []
    return [{ route, prefix, may: route.may }]
  })

  const cases = details.flatMap(({ route, prefix, may }) =>
    ROLES.filter((role) => isBounded(role, may)).map((role) => ({
      ...{ role, prefix, method: route.method, path: route.path },
    })),
  )

  it.each(cases)('is out of reach for $role at $method $path', async (given) => {
    const { role, prefix, method } = given
    const target = foreign.get(prefix) ?? ''
    const before = await actions()
    const path = filled(given.path, target) as `/portal${string}`
    const { status } = await call({ method, path }, appOf(role))
    expect(status).toBeOneOf([400, 403, 404])
    if (method === 'GET') expect(status).not.toBe(400)
    expect(await actions()).toBe(before)
  })
})

/** True where a permission goes for the role, but not for everything. */
function isBounded(role: Role, may: Permission): boolean {
  const reach = reachOf(role, may)
  return reach === 'own' || reach === 'place'
}

async function statusOf(name: RouteName, app: PortalApp): Promise<number> {
  const [method = 'GET', path = '/'] = name.split(' ')
  const body = method === 'GET' || method === 'OPTIONS' ? {} : { body: '{}' }
  const headers = {
    ...{ 'content-type': 'application/json', accept: 'application/json' },
    'sec-fetch-site': 'same-origin',
  }
  return (await app.ask(filled(path), { method, headers, ...body })).status
}
