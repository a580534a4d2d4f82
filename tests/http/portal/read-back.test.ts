import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import { READ_BACK_FOUND } from '../../../worker/copy/portal/read-back.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeBatch, makeContext, makeProduct } from '../../support/factories.ts'
import { memoryFiles } from '../../support/outside.ts'
import { emptyPng, encodeJpeg, NODE_PICTURES } from '../../support/pictures.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'
import { crop, type Picture, popplerPresent, rasterise } from '../../unit/print/support.ts'

let db: Database
let ctx: VerbContext
let person: Person
let app: PortalApp
let files: ReturnType<typeof memoryFiles>
let ref: string
let path: string

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await createKey({ ctx, input: {} })
  person = await makePerson(db, 'producer')
  files = memoryFiles()
  app = portalApp(db, person, { files, pictures: NODE_PICTURES })
  const { id: productId } = await makeProduct(ctx, { organisationId: person.organisationId })
  ref = (await makeBatch(ctx, { productId })).ref
  path = `/portal/batches/${ref}/labels`
})

async function printed(address: string): Promise<Picture> {
  const { response } = await app.get(address)
  const [page] = rasterise(new Uint8Array(await response.arrayBuffer()), 300)
  if (page === undefined) throw new Error('nothing was printed')
  return page
}

/** A label on a table: grey all around it. */
function onTable(label: Picture, tone = 150): Picture {
  const [width, height] = [label.width + 120, label.height + 120]
  const grey = new Uint8Array(width * height).fill(tone)
  for (let row = 0; row < label.height; row++) {
    const line = label.grey.subarray(row * label.width, (row + 1) * label.width)
    grey.set(line, (row + 60) * width + 60)
  }
  return { width, height, grey }
}

/** What a hand that moves and a lens that looks elsewhere make of it: means along rows, then columns. */
function blurred(picture: Picture, by: number): Picture {
  const along = blurredRows(picture, by)
  return turned(blurredRows(turned(along), by))
}

function blurredRows({ width, height, grey }: Picture, by: number): Picture {
  const made = new Uint8Array(grey.length)
  for (let at = 0; at < grey.length; at++) {
    const start = at - (at % width)
    const around = grey.subarray(Math.max(start, at - by), Math.min(start + width, at + by + 1))
    made[at] = around.reduce((sum, tone) => sum + tone, 0) / around.length
  }
  return { width, height, grey: made }
}

function turned({ width, height, grey }: Picture): Picture {
  const made = new Uint8Array(grey.length)
  for (let at = 0; at < grey.length; at++) {
    made[(at % width) * height + Math.floor(at / width)] = grey[at] ?? 0
  }
  return { width: height, height: width, grey: made }
}

async function photo({ width, height, grey }: Picture): Promise<File> {
  const data = Uint8Array.from({ length: grey.length * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : (grey[at >> 2] ?? 0),
  )
  const jpeg = await encodeJpeg({ data, width, height })
  return new File([new Uint8Array(jpeg)], 'anh.jpg')
}

async function said(picture: Picture): Promise<string | undefined> {
  const { location } = await app.post(`${path}/read-back`, { file: await photo(picture) })
  await app.settle()
  const { done, notes } = (await app.get(location ?? '')).model as DetailModel
  return done?.text ?? notes?.[0]?.text
}

const SAMPLE = '/sample?kind=unit&count=5&stock=roll-70x50&profile=compact'

describe.skipIf(!popplerPresent())('a printed sample that is photographed', () => {
  it('is said to read well, askew, in dim light and among others on a sheet', async () => {
    const label = await printed(`${path}${SAMPLE}`)
    expect(await said(onTable(label))).toBe(READ_BACK_FOUND.readable.vi)
    const dim = { ...label, grey: label.grey.map((tone) => 40 + tone * 0.4) }
    expect(await said(onTable(dim, 60))).toBe(READ_BACK_FOUND.readable.vi)
    const sheet = await printed(`${path}${SAMPLE.replace('roll-70x50', 'a4-8')}`)
    const part = crop(sheet, { x: 0, y: 0, width: sheet.width, height: sheet.height >> 1 })
    expect(await said(part)).toBe(READ_BACK_FOUND.readable.vi)
    expect([...files.kept.keys()]).toEqual([])
  })

  it('whose white border is cut off or printed over is not', async () => {
    const label = await printed(`${path}${SAMPLE}`)
    // The dark part of the code, by its first and last dark dots from the left.
    const half = label.width >> 1
    const dark = (x: number, y: number) => (label.grey[y * label.width + x] ?? 255) < 100
    let [left, top, bottom] = [half, label.height, 0]
    for (let y = 0; y < label.height; y++) {
      for (let x = 0; x < half; x++) {
        if (!dark(x, y)) continue
        left = Math.min(left, x)
        if (x > left + 200) continue
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    }
    const box = { x: left - 3, y: top - 3, width: label.width - left, height: bottom - top + 6 }
    const cut = crop(label, { ...box, height: Math.min(box.height, label.height - box.y) })
    expect(await said(onTable(cut, 30))).toBe(READ_BACK_FOUND.quiet_zone.vi)
  })

  it('and cannot be read is told why: blurred, another code, none at all', async () => {
    const label = await printed(`${path}${SAMPLE}`)
    expect(await said(blurred(onTable(label), 16))).toBe(READ_BACK_FOUND.blurred.vi)
    const { run } = await issueLabels({ ctx, input: { ref, profile: 'compact', count: 3 } })
    const real = await printed(`/portal/labels/${run.id}/file?format=pdf&stock=roll-70x50`)
    expect(await said(onTable(real))).toBe(READ_BACK_FOUND.other_code.vi)
    const text = crop(label, {
      ...{ x: Math.round(label.width * 0.55), y: 0 },
      ...{ width: Math.round(label.width * 0.45), height: label.height },
    })
    expect(await said(onTable(text))).toBe(READ_BACK_FOUND.none.vi)
  })
})

describe('a photo of a sample', () => {
  it('that is none is refused by name, with what to do', async () => {
    const send = async (bytes: Uint8Array) => {
      const file = new File([new Uint8Array(bytes)], 'anh.png')
      const { status, model } = await app.post(`${path}/read-back`, { file })
      return [status, (model as RecordFormModel).form.errors['file']]
    }
    expect(await send(emptyPng(4_000, 3_000))).toEqual([400, expect.stringContaining('JavaScript')])
    expect(await send(new TextEncoder().encode('%PDF-1.7 …'))).toEqual([
      400,
      expect.stringContaining('PDF'),
    ])
  })

  it('is shown to whose batch it is alone', async () => {
    const { location } = await app.post(`${path}/read-back`, {
      file: new File([new Uint8Array(emptyPng(300, 300))], 'anh.png'),
    })
    await app.settle()
    expect((await app.get(location ?? '')).status).toBe(200)
    const stranger = portalApp(db, await makePerson(db, 'producer'), { files })
    expect((await stranger.get(location ?? '')).status).toBe(404)
    const { id: productId } = await makeProduct(ctx, { organisationId: person.organisationId })
    const other = await makeBatch(ctx, { productId })
    const elsewhere = (location ?? '').replace(ref, other.ref)
    expect((await app.get(elsewhere)).status).toBe(404)
  })
})
