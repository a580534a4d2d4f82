import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeBatch, makeContext, makeProduct } from '../../support/factories.ts'
import { memoryFiles } from '../../support/outside.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

let db: Database
let ctx: VerbContext
let person: Person
let app: PortalApp
const files = memoryFiles()

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await createKey({ ctx, input: {} })
  person = await makePerson(db, 'producer')
  app = portalApp(db, person, { files })
})

const purchases = [{ seller: 'Hộ bà Tư', quantityKg: 100, boughtOn: '2026-06-09', paperNo: null }]

async function bought(given: { readonly purchases?: typeof purchases } = { purchases }) {
  const { id: productId } = await makeProduct(ctx, { organisationId: person.organisationId })
  const { ref } = await makeBatch(ctx, {
    ...{ productId, packedOn: '2026-06-10', harvestedOn: [], ...given },
    quantity: { value: 100, unit: 'kg' },
  })
  return { ref, path: `/portal/batches/${ref}` }
}

const pdf = (text: string) => new File([`%PDF-1.7 ${text}`], `${text}.pdf`)
const hand = (path: string, file: File) => app.post(`${path}/papers/new`, { file })
async function papers(path: string, who = app) {
  const { sections } = (await who.get(path)).model as DetailModel
  return sections.find(({ id }) => id === 'papers')
}

describe('the papers of goods bought in', () => {
  it('are kept with the batch, before and after it is sealed, and read by who may read it', async () => {
    const { ref, path } = await bought()
    expect((await papers(path))?.table?.rows).toEqual([])
    expect((await hand(path, pdf('hoa-don'))).location).toBe(`${path}?done=paperAdded`)
    await issueLabels({ ctx, input: { ref, profile: 'compact', count: 1 } })
    await hand(path, pdf('giao-nhan'))
    const rows = (await papers(path))?.table?.rows ?? []
    expect(rows.map(([cell]) => cell?.text).toSorted()).toEqual(['giao-nhan.pdf', 'hoa-don.pdf'])
    const href = rows.find(([cell]) => cell?.text === 'hoa-don.pdf')?.[0]?.href ?? ''
    expect(await (await app.get(href)).response.text()).toBe('%PDF-1.7 hoa-don')
    const officer = portalApp(db, await makePerson(db, 'officer'), { files })
    expect((await officer.get(href)).status).toBe(200)
    expect((await papers(path, officer))?.links).toBeUndefined()
    const stranger = portalApp(db, await makePerson(db, 'producer'), { files })
    expect((await stranger.get(href)).status).toBe(404)
    expect((await stranger.post(`${path}/papers/new`, { file: pdf('x') })).status).toBe(404)
    expect((await portalApp(db, null, { files }).get(href)).status).not.toBe(200)
  })

  it('are refused twice over, and where they are no papers', async () => {
    const { path } = await bought()
    await hand(path, pdf('mot'))
    expect((await hand(path, pdf('mot'))).status).toBe(409)
    const film = await hand(path, new File(['\0\0\0\x18ftypmp42 film'], 'a.mp4'))
    expect([film.status, Object.keys((film.model as RecordFormModel).form.errors)]).toEqual([
      400,
      ['file'],
    ])
    expect((await papers(path))?.table?.rows).toHaveLength(1)
  })

  it('are taken back, and stand on no page of a batch nothing was bought for', async () => {
    const { path } = await bought()
    await hand(path, pdf('nham'))
    const [row] = (await papers(path))?.table?.rows ?? []
    const action = row?.[2]?.button?.action ?? ''
    await app.post(action, {})
    expect((await app.post(action, {})).status).toBe(303)
    expect((await papers(path))?.table?.rows).toEqual([])
    expect((await app.get(row?.[0]?.href ?? '')).status).toBe(404)
    const other = await bought({})
    expect(await papers(other.path)).toBeUndefined()
  })
})
