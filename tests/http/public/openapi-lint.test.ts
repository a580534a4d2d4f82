import { beforeAll, describe, expect, it } from 'vitest'
import { issuingRoutes } from '../../../worker/routes/issuing/index.ts'
import { outboxRoutes } from '../../../worker/routes/outbox/index.ts'
import { openApiDocument } from '../../../worker/routes/public/docs/openapi-document.ts'
import { publicRoutes } from '../../../worker/routes/public/index.ts'
import type { Json } from './support.ts'

type Named = { readonly name: string; readonly path: string; readonly operation: Json }

/** They touch nothing that could refuse. */
const NEVER_REFUSE = ['/healthz', '/api/docs', '/api/openapi.json']

/** The texts, lists and numbers of a field that may be of any length or size. */
function unboundedIn(field: string, schema: Json): string[] {
  const { type, enum: values, const: only, format, items, properties = {}, anyOf = [] } = schema
  const { maxLength, maxItems, maximum } = schema
  const types = [type].flat()
  const bounds = [values, only, format, maxLength, maxItems, maximum]
  // Ids are looked up, and what holds further fields is bounded by those.
  const isFree = field.endsWith('Id') || anyOf.length > 0 || types.includes('object')
  const isBounded = isFree || type === 'null' || bounds.some((bound) => bound !== undefined)
  return [
    ...(isBounded ? [] : [field]),
    ...(items === undefined ? [] : unboundedIn(`${field}[]`, items)),
    ...Object.entries<Json>(properties).flatMap(([name, each]) =>
      unboundedIn(`${field}.${name}`, each),
    ),
    ...anyOf.flatMap((each: Json) => unboundedIn(field, each)),
  ]
}

describe('the description of the API', () => {
  let document: Json
  let operations: Named[]
  beforeAll(() => {
    document = openApiDocument([publicRoutes(), issuingRoutes(), outboxRoutes()])
    operations = Object.entries<Json>(document.paths).flatMap(([path, item]) =>
      Object.entries<Json>(item).map(([method, operation]) => ({
        name: `${method} ${path}`,
        path,
        operation,
      })),
    )
  })
  const failing = (holds: (each: Named) => boolean) =>
    operations.filter((each) => !holds(each)).map(({ name }) => name)

  it('names every operation once, with a tag, a summary and who may ask', () => {
    expect(operations.length).toBeGreaterThan(25)
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(failing(({ operation }) => /^[a-z][A-Za-z]+$/.test(operation.operationId))).toEqual([])
    expect(failing(({ operation }) => operation.tags?.length === 1)).toEqual([])
    expect(failing(({ operation }) => operation.summary?.length > 3)).toEqual([])
    expect(failing(({ operation }) => Array.isArray(operation.security))).toEqual([])
  })

  it('asks for a token just where there is a scheme for it', () => {
    expect(document.components.securitySchemes.bearer).toMatchObject({ scheme: 'bearer' })
    const isGuarded = ({ operation }: Named) => operation.security.length > 0
    const guarded = operations.filter(isGuarded)
    expect(guarded.length).toBeGreaterThan(10)
    expect(failing((each) => isGuarded(each) === '401' in each.operation.responses)).toEqual([])
  })

  it('tells of each how it is refused, as a problem, and when to come back', () => {
    for (const { name, path, operation } of operations) {
      const errors = Object.entries<Json>(operation.responses).filter(([s]) => Number(s) >= 400)
      expect([name, errors.length > 0 || NEVER_REFUSE.includes(path)]).toEqual([name, true])
      for (const [status, response] of errors) {
        // A label's own refusal is a verdict.
        const isVerdict = path.startsWith('/{SIG}/') && status !== '503'
        const types = Object.keys(response.content)
        expect([name, status, isVerdict || types.includes('application/problem+json')]).toEqual([
          ...[name, status, true],
        ])
        const comesBack = ['409', '429', '503'].includes(status)
        expect([name, status, 'Retry-After' in (response.headers ?? {})]).toEqual([
          ...[name, status, comesBack],
        ])
      }
    }
    expect(
      failing(({ operation }) => operation.security.length === 0 || '503' in operation.responses),
    ).toEqual([])
  })

  it('tells the headers by which a document is asked for again, and where what was made is', () => {
    for (const { name, operation } of operations) {
      const { responses } = operation
      const headers = Object.keys(responses['200']?.headers ?? {})
      expect([name, headers.includes('ETag')]).toEqual([name, '304' in responses])
      if ('201' in responses) {
        const told = Object.keys(responses['201'].headers)
        expect([name, told]).toEqual([name, expect.arrayContaining(['Location'])])
      }
    }
    const csv = document.paths['/open-data/codes.csv'].get.responses['200'].headers
    expect(Object.keys(csv)).toEqual(['Content-Disposition', 'ETag', 'Last-Modified', 'Link'])
  })

  it('offers an Idempotency-Key on every write of a token', () => {
    // What comes by the outbox has keys of its own: the record’s id and the photo’s hash.
    const writes = operations.filter(
      ({ name, path, operation }) =>
        !name.startsWith('get ') && !path.includes('/outbox') && operation.security.length > 0,
    )
    expect(writes.length).toBeGreaterThan(4)
    for (const { name, operation } of writes) {
      const names = (operation.parameters ?? []).map((each: Json) => each.name)
      expect([name, names]).toEqual([name, expect.arrayContaining(['idempotency-key'])])
    }
  })

  it('bounds what lists are asked by and what a batch holds', () => {
    for (const path of [
      '/api/v1/codes',
      '/api/v1/notices',
      '/api/v1/products',
      '/api/v1/batches',
      '/api/v1/diary',
    ]) {
      const { parameters } = document.paths[path].get
      const limit = parameters.find(({ name }: Json) => name === 'limit').schema
      expect([path, limit]).toMatchObject([path, { minimum: 1, maximum: 100, default: 50 }])
      const lang = parameters.find(({ name }: Json) => name === 'lang').schema
      expect([path, lang.enum]).toEqual([path, ['vi', 'en', 'zh']])
    }
    const { properties } = document.components.schemas.BatchInput
    expect(properties.lot.maxLength).toBe(60)
    expect(properties.markets).toMatchObject({ minItems: 1, maxItems: 30 })
    expect(properties.growingAreas.maxItems).toBe(50)
  })

  it('names the profiles and kinds that there are, wherever they are sent or answered', () => {
    const { schemas } = document.components
    const profiles = ['compact', 'full', 'gs1']
    for (const name of ['Run', 'RunWithExceptions', 'LabelRequest']) {
      expect([name, schemas[name].properties.profile.enum]).toEqual([name, profiles])
    }
    for (const end of ['from', 'to']) {
      expect(schemas.IssuedRun.properties.fallback.properties[end].enum).toEqual(profiles)
    }
    const kinds = schemas.Exception.properties.kind.enum
    expect(kinds).toEqual(expect.arrayContaining(schemas.ExceptionInput.properties.kind.enum))
    const inRun = schemas.RunWithExceptions.properties.exceptions.items.properties
    expect(inRun.kind.enum).toEqual(kinds)
    const holders = schemas.Producer.properties.kind.enum
    expect(holders).toContain('cooperative')
    expect(schemas.CodeItem.properties.holder.properties.kind.enum).toEqual(holders)
    expect(document.paths['/api/v1/runs/{id}/labels'].get.parameters[1].schema.enum).toEqual([
      ...['csv', 'pdf', 'zpl', 'svg'],
    ])
  })

  it('bounds every text and list that is sent, and every count', () => {
    const inputs = [
      ...['ProductInput', 'LabelRequest', 'ExceptionInput', 'RecallInput', 'DiaryCorrection'],
    ]
    const unbounded = inputs.flatMap((name) =>
      Object.entries<Json>(document.components.schemas[name].properties).flatMap(
        ([field, schema]) => unboundedIn(`${name}.${field}`, schema),
      ),
    )
    expect(unbounded).toEqual([])
    const [key] = document.paths['/api/v1/products'].post.parameters
    expect(key).toMatchObject({ name: 'idempotency-key', schema: { minLength: 1, maxLength: 255 } })
  })

  it('names the scope of every operation that writes, makes labels or reads diaries', () => {
    const scoped = operations.filter(({ operation }) =>
      operation.security.some(({ bearer = [] }: Json) => bearer.length === 1),
    )
    const writing = operations.filter(
      ({ name, operation }) =>
        operation.security.length > 0 &&
        (!name.startsWith('get ') || /\/labels$|\/diary|\/outbox/.test(name)),
    )
    expect(scoped.map(({ name }) => name)).toEqual(writing.map(({ name }) => name))
  })
})
