import { beforeEach, describe, expect, it } from 'vitest'
import { diaryPicture, job } from '../../../../db/schema/index.ts'
import { mediaAddress, mediaKey } from '../../../../worker/domain/products/media-address.ts'
import { runDueJobs } from '../../../../worker/jobs/run-due-jobs.ts'
import { pictureSizeOf } from '../../../../worker/lib/files/picture-size.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { NOW } from '../../../support/factories.ts'
import { memoryFiles } from '../../../support/outside.ts'
import { makeJpeg, NODE_PICTURES } from '../../../support/pictures.ts'
import { type PortalApp, portalApp } from '../../../support/portal-app.ts'
import { keeper, makePhoto, recordId } from './diary-support.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await freshDatabase()
})

const runJobs = ({ deps }: PortalApp) => runDueJobs(deps, { endBy: NOW + 60_000 })

describe('photos of an entry', () => {
  it('are given out whole and smaller, stripped, to whoever has the address', async () => {
    const files = memoryFiles()
    const { person, shelf, record } = await keeper(test)
    const photo = makePhoto({ takenAt: NOW, lat: 10.5, lng: 105.1 })
    shelf.push(photo)
    await files.put(photo.storeKey, await makeJpeg({ width: 1_200, height: 900, tone: 40 }))
    await record({ photos: [photo.sha256] })
    const app = portalApp(test.db, person, { files, pictures: NODE_PICTURES })
    expect((await runJobs(app)).ends).toEqual(['done'])
    const made = await test.db.select().from(diaryPicture)
    expect(made.map(({ width }) => width).sort((a, b) => a - b)).toEqual([320, 800, 1_200])
    for (const picture of made) {
      expect(picture.originalSha256).toBe(photo.sha256)
      const bytes = await files.get(mediaKey(picture.sha256))
      expect(bytes === null ? null : pictureSizeOf(bytes, picture.mediaType)?.width).toBe(
        picture.width,
      )
      const { response } = await portalApp(test.db, null, { files }).ask(mediaAddress(picture), {})
      expect(response.status).toBe(200)
    }
  })

  it('that are no photos after all are passed over, and the entry stands', async () => {
    const files = memoryFiles()
    const { person, shelf, record, rows } = await keeper(test)
    const [gone, broken] = [makePhoto(), makePhoto()]
    shelf.push(gone, broken)
    await files.put(broken.storeKey, new Uint8Array([1, 2, 3]))
    const id = recordId()
    await record({ photos: [gone.sha256, broken.sha256] }, { id })
    const app = portalApp(test.db, person, { files, pictures: NODE_PICTURES })
    await runJobs(app)
    expect(await test.db.select().from(diaryPicture)).toEqual([])
    expect(await test.db.select().from(job)).toMatchObject([{ state: 'done' }])
    expect(await rows()).toHaveLength(1)
    const page = await app.get(`/portal/diary/${id}`)
    expect(JSON.stringify(page.model)).toContain('2 ảnh đang được xử lý')
  })
})
