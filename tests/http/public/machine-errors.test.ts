import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../support/database.ts'
import { routesBesidePortal } from '../../support/every-route.ts'
import { type PublicApp, publicApp } from './support.ts'

const database = freshDatabase()

const MACHINE = /^\/(?:api\/v1|api\/openapi|\.well-known|open-data\/|healthz|readyz)/
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Every address for programs, with the methods it takes. */
function machineRoutes(): Map<string, Set<string>> {
  const routes = new Map<string, Set<string>>()
  for (const name of routesBesidePortal()) {
    const [method = '', path = ''] = name.split(' ')
    if (!MACHINE.test(path) || path.includes('*')) continue
    // One address, however its parameters are called.
    const address = path.replace(/:\w+/g, 'khong-co')
    routes.set(address, (routes.get(address) ?? new Set()).add(method))
  }
  return routes
}

const ANYTHING: readonly (readonly [string, Record<string, string>])[] = [
  ['*/*', { accept: '*/*' }],
  ['none', {}],
]

async function isProblem(app: PublicApp, path: string, init: RequestInit): Promise<Response> {
  const response = await app.ask(path, init)
  const { status, headers } = response
  const type = headers.get('content-type')
  const what = `${init.method ?? 'GET'} ${path}`
  expect([what, type]).toEqual([what, 'application/problem+json; charset=utf-8'])
  expect((await response.clone().json()).status).toBe(status)
  expect(headers.get('content-language')).toBe('en')
  return response
}

describe.each(ANYTHING)('a program whose Accept is %s', (_, accept) => {
  const headers = { ...accept, 'accept-language': 'en' }

  it('is told by a problem, with Allow, which methods any address of the API takes', async () => {
    const { db } = await database
    const app = publicApp(db)
    const routes = machineRoutes()
    expect(routes.size).toBeGreaterThan(15)
    for (const [path, taken] of routes) {
      for (const method of METHODS) {
        if (taken.has(method)) continue
        const response = await isProblem(app, path, { method, headers })
        expect([path, method, response.status]).toEqual([path, method, 405])
        const allow = response.headers.get('allow')?.split(', ') ?? []
        expect(allow).toEqual(expect.arrayContaining([...taken]))
        expect(allow).not.toContain(method)
      }
    }
  })

  it('is told by a problem that nothing is there', async () => {
    const { db } = await database
    const app = publicApp(db)
    for (const path of [
      '/api',
      '/api/v2/codes',
      '/api/v1/nothing',
      '/.well-known/nothing',
      '/open-data/nothing.json',
      '/open-data/nothing.csv',
      ...[...machineRoutes().keys()].map((path) => `${path}/x/y`),
    ]) {
      const response = await isProblem(app, path, { headers })
      expect([path, response.status]).toEqual([path, 404])
    }
  })

  it('is told by a problem that the database does not answer', async () => {
    const { db } = await database
    for (const [path, taken] of machineRoutes()) {
      if (!taken.has('GET') || /healthz|openapi|dictionary/.test(path)) continue
      const app = publicApp(db)
      app.breakDatabase()
      const response = await isProblem(app, path, { headers })
      expect([path, [400, 401, 404, 503].includes(response.status)]).toEqual([path, true])
    }
  }, 60_000)

  it('is told by a problem that it needs a token', async () => {
    const { db } = await database
    const app = publicApp(db)
    const response = await isProblem(app, '/api/v1/products', { method: 'POST', headers })
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })
})

it('shows a person a page where their browser asks for one', async () => {
  const { db } = await database
  const app = publicApp(db)
  const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const response = await app.ask('/open-data/nothing.csv', { headers })
  expect([response.status, response.headers.get('content-type')]).toEqual([
    404,
    'text/html; charset=utf-8',
  ])
})
