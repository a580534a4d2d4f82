import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeRun,
} from '../../support/factories.ts'
import { type Json, publicApp } from './support.ts'

let db: Database
beforeAll(async () => {
  db = (await freshDatabase()).db
  const ctx = makeContext(db)
  for (const profile of ['compact', 'full', 'gs1'] as const) await makeRun(ctx, { profile })
  await makeRun(ctx, { profile: 'gs1', wholeBatch: true })
  // The newest is one that a client cannot write.
  const { id: holderId } = await makeOrganisation(ctx)
  const growingAreas = [await makeCode(ctx, { holderId }), await makeCode(ctx, { holderId })]
  const { id: productId } = await makeProduct(ctx, { organisationId: holderId })
  const areas = growingAreas.map(({ code }) => code)
  await makeRun(ctx, { batch: { productId, growingAreas: areas, packingHouse: null } })
})

/** The path with the example of each of its parameters; only the signed text keeps its slashes. */
function filled(path: string, { parameters = [] }: Json): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    const { schema } = parameters.find((each: Json) => each.in === 'path' && each.name === name)
    return name === 'SUBJECT' ? schema.example : encodeURIComponent(schema.example)
  })
}

describe('the examples of the description', () => {
  it('are there for every part of a path and every body', async () => {
    const { body } = await publicApp(db).askJson('/api/openapi.json')
    const lacking = Object.entries<Json>(body.paths).flatMap(([path, item]) =>
      Object.values<Json>(item)
        .filter(({ parameters = [], requestBody }) => {
          const parts = parameters.filter((each: Json) => each.in === 'path')
          const isBare = parts.some(({ schema }: Json) => schema.example === undefined)
          const media = requestBody?.content['application/json']
          return isBare || (media !== undefined && media.example === undefined)
        })
        .map(({ operationId }) => `${operationId} ${path}`),
    )
    expect(lacking).toEqual([])
  })

  it('answer where the data are for demonstration, of whatever anyone may ask', async () => {
    const app = publicApp(db, { demo: true })
    const { body } = await app.askJson('/api/openapi.json')
    let asked = 0
    for (const [path, item] of Object.entries<Json>(body.paths)) {
      for (const [method, operation] of Object.entries<Json>(item)) {
        // No certificate was issued here.
        if (operation.security.length > 0 || path.endsWith('/C/{CODE}')) continue
        const example = operation.requestBody?.content['application/json'].example
        const response = await app.ask(filled(path, operation), {
          method: method.toUpperCase(),
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          ...(example === undefined ? {} : { body: JSON.stringify(example) }),
        })
        expect([path, response.status]).toEqual([path, 200])
        if (/verify$|SIG/.test(path)) expect((await response.json()).authenticity).toBe('genuine')
        asked += 1
      }
    }
    expect(asked).toBeGreaterThan(20)
  })

  it('hold no label of anybody where the data are real', async () => {
    const { body } = await publicApp(db).askJson('/api/openapi.json')
    const text = JSON.stringify(body)
    expect(text).not.toContain('TEM.EXAMPLE.VN')
    const kids = new Set(
      [...text.matchAll(/"([0-9A-Z]{106})"/g)].map((match) => match[1]?.slice(0, 3)),
    )
    expect([...kids]).toEqual(['A1B'])
  })

  it('are the general ones while the database is away', async () => {
    const away = publicApp(db, { demo: true })
    away.breakDatabase()
    const { status, body } = await away.askJson('/api/openapi.json')
    expect([status, JSON.stringify(body).includes('A1BCXM9TEJ3ZPQ17')]).toEqual([200, true])
  })
})
