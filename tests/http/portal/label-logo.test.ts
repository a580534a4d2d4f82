import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { readLogo } from '../../../db/queries/organisation-logos.ts'
import type { RecordFormModel } from '../../../site/models/records.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeBatch, makeContext, makeProduct } from '../../support/factories.ts'
import { memoryFiles } from '../../support/outside.ts'
import { emptyPng, makeJpeg, NODE_PICTURES, onItsSide } from '../../support/pictures.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const PATH = '/portal/label-logo'

let db: Database
let ctx: VerbContext
let person: Person
let app: PortalApp
let files: ReturnType<typeof memoryFiles>

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await createKey({ ctx, input: {} })
  person = await makePerson(db, 'producer')
  files = memoryFiles()
  app = portalApp(db, person, { files, pictures: NODE_PICTURES })
})

const send = (bytes: Uint8Array, name = 'logo.jpg') =>
  app.post(PATH, { file: new File([new Uint8Array(bytes)], name) })
const errorOf = ({ model }: Awaited<ReturnType<typeof send>>) =>
  (model as RecordFormModel).form.errors['file'] ?? ''
const section = async () => ((await app.get(PATH)).model as RecordFormModel).sections?.[0]

describe('the logo on labels', () => {
  it('is made of a picture, shown as it prints, and printed from then on', async () => {
    const { id: productId } = await makeProduct(ctx, { organisationId: person.organisationId })
    const { ref } = await makeBatch(ctx, { productId })
    const { run } = await issueLabels({ ctx, input: { ref, profile: 'compact', count: 4 } })
    const label = async () =>
      (await app.get(`/portal/labels/${run.id}/file?format=pdf&stock=a4-8`)).response.text()
    const bare = await label()
    expect((await section())?.picture).toBeUndefined()
    const jpeg = onItsSide(await makeJpeg({ width: 400, height: 200 }), 1)
    expect((await send(jpeg)).location).toBe(`${PATH}?done=saved`)
    await app.settle()
    const logo = await readLogo(db, person.organisationId)
    expect([logo?.width, logo?.height]).toEqual([264, 132])
    expect((await section())?.picture).toContain('<svg')
    const printed = await label()
    expect(printed).toContain('/ImageMask true')
    expect(bare).not.toContain('/ImageMask true')
    // Nothing of the picture itself is kept.
    expect([...files.kept.keys()].filter((key) => key.startsWith('logos/'))).toEqual([])
    const form = (await app.get(`/portal/batches/${ref}/labels?stock=a4-8`))
      .model as RecordFormModel
    const preview = form.sections?.find(({ id }) => id === 'preview')
    expect(preview?.picture?.match(/<path/g)).toHaveLength(2)
    await app.post(`${PATH}/remove`, {})
    expect(await label()).toBe(bare)
    expect((await app.post(`${PATH}/remove`, {})).status).toBe(303)
  })

  it('says what is wrong with a picture it does not take', async () => {
    const film = new TextEncoder().encode('\0\0\0\x18ftypmp42 and much more that is no picture')
    expect(errorOf(await send(film, 'a.mp4'))).toContain('đoạn phim')
    expect(errorOf(await send(new Uint8Array(), 'a.png'))).toContain('chọn một ảnh')
    expect(errorOf(await send(emptyPng(3_000, 3_000), 'a.png'))).toContain('6 triệu')
    // It says that it is small and holds nothing.
    await send(emptyPng(300, 300), 'a.png')
    await app.settle()
    expect((await section())?.text).toContain('Không đọc được')
    expect(await readLogo(db, person.organisationId)).toBeNull()
    expect([...files.kept.keys()].filter((key) => key.startsWith('logos/'))).toEqual([])
  })

  it('is that of whose labels they are, and nobody else changes it', async () => {
    const stranger = await makePerson(db, 'producer')
    const theirs = portalApp(db, stranger, { files, pictures: NODE_PICTURES })
    const jpeg = await makeJpeg({ width: 300, height: 300 })
    await theirs.post(PATH, { file: new File([new Uint8Array(jpeg)], 'a.jpg') })
    await theirs.settle()
    expect(await readLogo(db, stranger.organisationId)).not.toBeNull()
    expect(await readLogo(db, person.organisationId)).toBeNull()
    const agency = portalApp(db, await makePerson(db, 'agency'), { files })
    expect((await agency.get(PATH)).status).toBe(403)
  })
})
