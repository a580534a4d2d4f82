import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/client.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { PORTAL_ROUTES } from '../../worker/routes/portal/index.ts'
import { SCOPES } from '../../worker/verbs/context.ts'
import { createToken } from '../../worker/verbs/tokens/create-token.ts'
import { freshDatabase } from '../support/database.ts'
import { routesBesidePortal } from '../support/every-route.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeRun,
  makeSite,
  unique,
} from '../support/factories.ts'
import { makePerson, portalApp } from '../support/portal-app.ts'
import { publicApp } from './public/support.ts'

/** Letters that English and Chinese have not. What is sent below is plain ASCII, so none is quoted. */
const VIETNAMESE = /[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/

type Sent = Readonly<Record<string, string>>

/** Values that hardly any field takes. */
const WRONG: readonly string[] = ['', '?', 'x'.repeat(700), '-1', '31/02/2026']
const NAMES = [
  ...['name', 'kind', 'organisation', 'organisationId', 'commune', 'communeCode', 'province'],
  ...['communeName', 'provinceName', 'areaHa', 'householdCount', 'hamlet', 'phone', 'version'],
  ...['crop.0', 'variety.0', 'plantedAreaHa.0', 'treatment.0', 'facilityCode.0', 'plot'],
  ...['treeCount', 'list', 'text', 'parcels', 'other', 'otherId', 'fromOn', 'toOn', 'title'],
  ...['code', 'issuedOn', 'documentNo', 'reason', 'reasonCode', 'reasonKind', 'status', 'market'],
  ...['effectiveOn', 'validTo', 'externalId', 'market.0', 'status.0', 'effectiveOn.0', 'authority'],
  ...['wordingVi', 'wordingEn', 'wordingZh', 'decision', 'member', 'group', 'email', 'role'],
  ...['password', 'currentPassword', 'newPassword', 'gln', 'pattern', 'nameVi', 'nameEn'],
  ...['nameZh', 'expectHead', 'upTo', 'file', 'confirm', 'capacityTPerDay', 'legacyCode'],
]
const FORMS: readonly Sent[] = [
  {},
  ...WRONG.map((value) => Object.fromEntries(NAMES.map((name) => [name, value]))),
]

let db: Database
let token: string
let values: Readonly<Record<string, string>>

beforeAll(async () => {
  db = (await freshDatabase()).db
  const ctx = makeContext(db)
  const holderId = (await makeOrganisation(ctx, { name: `Holder ${unique()}` })).id
  const { id: siteId } = await makeSite(ctx, { organisationId: holderId, name: 'Site' })
  const code = await makeCode(ctx, { siteId })
  const product = await makeProduct(ctx, { organisationId: holderId, name: `Mango ${unique()}` })
  const batch = await makeBatch(ctx, { productId: product.id })
  const run = await makeRun(ctx, { batch: { productId: product.id } })
  token = (await createToken({ ctx, input: { name: 'walk', scopes: [...SCOPES] } })).token
  values = {
    ...{ site: siteId, organisation: holderId, code: code.code, ref: batch.ref, run: run.run.id },
    ...{ product: product.id, typed: '1' },
  }
})

/** The path with what there is in place of its parameters. */
function pathOf(route: string): string {
  const [, head = ''] = /^\/portal\/([a-z]+)/.exec(route) ?? []
  const byHead: Sent = { sites: 'site', organisations: 'organisation' }
  return route.replace(/:(\w+)/g, (_, name: string) => {
    if (name === 'id' && byHead[head] !== undefined) return values[byHead[head]] ?? 'x'
    if (name === 'id' && route.includes('/runs/')) return values['run'] ?? 'x'
    return values[name.toLowerCase()] ?? 'x'
  })
}

/** What is said of fields and of the whole, wherever in an answer it stands. */
function saidIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => {
    if (name === 'errors' && typeof each === 'object') return textsIn(each)
    if (name === 'detail' || name === 'problem') return textsIn(each)
    return saidIn(each)
  })
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => (name === 'path' ? [] : textsIn(each)))
}

describe.each<Language>(['en', 'zh'])('a refusal asked for in %s', (language) => {
  it('has no Vietnamese in it, whatever form of the portal is refused', async () => {
    const app = portalApp(
      db,
      await makePerson(db, 'admin', { organisationId: values['organisation'] ?? '' }),
    )
    const wrong: string[] = []
    const heard = new Set<string>()
    for (const { method, path } of PORTAL_ROUTES) {
      if (method !== 'POST' || /sign-|passkeys/.test(path)) continue
      for (const form of FORMS) {
        const { model } = await app.ask(pathOf(path), {
          method: 'POST',
          headers: { 'sec-fetch-site': 'same-origin', 'accept-language': language },
          body: new URLSearchParams(form),
        })
        for (const said of saidIn(model)) {
          heard.add(said)
          if (VIETNAMESE.test(said)) wrong.push(`${path}: ${said}`)
        }
      }
    }
    await app.settle()
    expect([...new Set(wrong)]).toEqual([])
    expect(heard.size).toBeGreaterThan(40)
  }, 120_000)

  it('has no Vietnamese in it, whatever else is asked wrongly', async () => {
    const app = publicApp(db)
    const wrong: string[] = []
    const heard = new Set<string>()
    const queries = ['', ...WRONG.map((value) => query(value))]
    for (const route of routesBesidePortal()) {
      const [method = 'GET', path = '/'] = route.split(' ')
      if (path.includes('*')) continue
      for (const asked of queries) {
        for (const body of method === 'GET' ? [undefined] : BODIES) {
          const response = await app.ask(`${pathOf(path)}${asked}`, {
            method,
            headers: {
              ...{ accept: 'application/json', 'accept-language': language },
              ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          })
          if (response.headers.get('content-type')?.includes('problem') !== true) continue
          for (const said of saidIn(await response.json())) {
            heard.add(said)
            if (VIETNAMESE.test(said)) wrong.push(`${route}: ${said}`)
          }
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([])
    expect(heard.size).toBeGreaterThan(20)
  }, 120_000)
})

const query = (value: string): string =>
  `?${new URLSearchParams(
    ['limit', 'cursor', 'market', 'status', 'kind', 'unit', 'crop', 'format', 'layout', 'from'].map(
      (name) => [name, value],
    ),
  )}`

const ODD: readonly unknown[] = [null, 1, '', '?', -1, [], [1], {}]
const FIELDS = [
  ...['name', 'organisationId', 'gtin', 'categoryId', 'images', 'productId', 'lot', 'packedOn'],
  ...['expiresOn', 'harvestedOn', 'quantity', 'markets', 'growingAreas', 'packingHouse', 'sources'],
  ...['count', 'profile', 'wholeBatch', 'from', 'to', 'kind', 'reason', 'wording', 'code'],
]
const BODIES: readonly unknown[] = [
  ...[{}, [], 1],
  ...ODD.map((value) => Object.fromEntries(FIELDS.map((name) => [name, value]))),
]
