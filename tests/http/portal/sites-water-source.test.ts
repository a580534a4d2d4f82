import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { site } from '../../../db/schema/index.ts'
import type { PageModel } from '../../../site/page-models.ts'
import { codeFacts } from '../../../site/view/code-view.ts'
import { CODE_FIELDS } from '../../../worker/domain/codes/open-data-fields.ts'
import { codeEntrySchema } from '../../../worker/routes/public/codes/contract.ts'
import { exportCodes } from '../../../worker/verbs/exports/export-codes.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite, unique } from '../../support/factories.ts'
import { importContext, importFile, undoImport } from '../../unit/verbs/imports/import-support.ts'
import { publicApp } from '../public/support.ts'
import { openRegister, shown } from './sites-support.ts'

const { signedIn, makeOwnSite } = await openRegister()

const CANAL = 'Kênh Xáng Cà Mau, bơm điện'

type Own = Awaited<ReturnType<typeof makeOwnSite>>

async function edit({ get, post, path }: Own, typed: Readonly<Record<string, string>>) {
  const { form, hidden } = shown(await get(`${path}/edit`), 'portal/sites/edit')
  const version = hidden[0]?.value ?? ''
  return post(`${path}/edit`, { ...form.values, version, ...typed })
}

/** A list of one growing area, with its water source under a heading. */
const listed = (heading: string, waterSource: string, code = 'VN-AGOR-0700') =>
  [
    `Mã số;Tên vùng trồng;Chủ sở hữu;Xã;Tỉnh;Cây trồng;Diện tích;Thị trường;Ngày cấp;${heading}`,
    `${code};Vùng nước;HTX Nước;Xã Chợ Mới;An Giang;Xoài;10;Trung Quốc;01/02/2025;${waterSource}`,
  ].join('\n')

async function register() {
  const { db } = await freshDatabase()
  const read = (bytes: string) => importFile(importContext(db), 'codes', { bytes })
  const stored = async () => (await db.select().from(site))[0]?.waterSource
  const written = async () => {
    const file = await exportCodes({ ctx: importContext(db), input: { format: 'csv' } })
    const chunks: Uint8Array[] = []
    for await (const chunk of file.chunks) chunks.push(chunk)
    return new TextDecoder().decode(Buffer.concat(chunks))
  }
  return { db, read, stored, written }
}

describe('the water source of a growing area', () => {
  test('is asked by the form of growing areas alone, and read back as it was typed', async () => {
    const own = await makeOwnSite()
    expect((await edit(own, { waterSource: `  ${CANAL} ` })).status).toBe(303)
    const page = shown(await own.get(`${own.path}/edit`), 'portal/sites/edit')
    expect(page.form.values['waterSource']).toBe(CANAL)
    expect(page.inputs.size.find(({ name }) => name === 'waterSource')).toMatchObject({
      label: 'Nguồn nước tưới',
      maxlength: 120,
    })
    const house = shown(await own.get('/portal/sites/new?kind=packing_house'), 'portal/sites/edit')
    expect(house.inputs.size.map(({ name }) => name)).not.toContain('waterSource')
    const long = await edit(own, { waterSource: 'x'.repeat(121) })
    expect(shown(long, 'portal/sites/edit').form.errors['waterSource']).toContain('120')
  })

  test('stands on its page in the reader’s language', async () => {
    const own = await makeOwnSite()
    await edit(own, { waterSource: CANAL })
    const factsIn = async (lang: string) =>
      shown(await own.get(`${own.path}?lang=${lang}`), 'portal/sites/show').facts
    expect(await factsIn('vi')).toContainEqual({ label: 'Nguồn nước tưới', text: CANAL })
    expect(await factsIn('en')).toContainEqual({ label: 'Irrigation water source', text: CANAL })
    expect(await factsIn('zh')).toContainEqual({ label: '灌溉水源', text: CANAL })
  })

  test('is told from what to what by its history and by the log', async () => {
    const own = await makeOwnSite({ name: `Vùng tưới ${unique()}` })
    await edit(own, { waterSource: 'Giếng khoan' })
    await edit(own, { waterSource: CANAL })
    const { history } = shown(await own.get(own.path), 'portal/sites/show')
    expect(history[0]?.lines).toEqual([`Nguồn nước tưới: Giếng khoan → ${CANAL}`])
    const admin = await signedIn('admin')
    const { rows } = shown(await admin.get('/portal/audit?lang=en'), 'portal/audit')
    const changes = rows.find(({ entity }) => entity.href?.endsWith(own.id))?.changes
    expect(changes).toEqual([
      { label: 'Irrigation water source', before: 'Giếng khoan', after: CANAL },
    ])
  })

  test.each(['Nguồn nước tưới', 'nguồn nước', 'Water source'])(
    'is read from lists under “%s”',
    async (heading) => {
      const { read, stored } = await register()
      expect((await read(listed(heading, CANAL))).counts).toMatchObject({ added: 1, refused: 0 })
      expect(await stored()).toBe(CANAL)
      const again = await read(listed(heading, 'Giếng khoan'))
      expect(again.changes[0]?.text).toContain(`nguồn nước tưới ${CANAL} → Giếng khoan`)
      const long = await read(listed(heading, 'x'.repeat(121)))
      expect(long.refused[0]?.reason).toContain('120')
    },
  )

  test('is written into the list, which changes nothing when it is read in again', async () => {
    const { read, written } = await register()
    await read(listed('Nguồn nước tưới', '=Kênh; "mương"'))
    const first = await written()
    expect(first.split('\r\n')[0]).toContain(';Ngày hết hạn;Nguồn nước tưới;Mã hồ sơ;')
    const report = await read(first)
    expect(report.refused).toEqual([])
    expect(report.changes).toEqual([])
    expect(await written()).toBe(first)
  })

  test('goes back with the undoing of an import, unless somebody changed it since', async () => {
    const { db, read, stored } = await register()
    await read(listed('Nguồn nước tưới', 'Giếng khoan'))
    const undone = async () => {
      const { importId } = await read(listed('Nguồn nước tưới', CANAL))
      return (reason: string) => undoImport(importContext(db), { importId: importId ?? '', reason })
    }
    await (await undone())('Nhập nhầm')
    expect(await stored()).toBe('Giếng khoan')
    const undo = await undone()
    await db.update(site).set({ waterSource: 'Nước mưa' })
    expect((await undo('Nhập nhầm')).kept.map(String).join()).toContain('nguồn nước tưới')
    expect(await stored()).toBe('Nước mưa')
  })

  test('is on the page of a code; a packing house does not lack it', async () => {
    const { ask, codeOf, last } = await published()
    const factsOf = async (kind: string, waterSource: string | null) => {
      await ask(`/codes/${await codeOf(kind, waterSource)}`, { headers: { accept: 'text/html' } })
      const page = last()
      if (page?.kind !== 'code') throw new Error(`showed ${page?.kind}`)
      return codeFacts(page.entry, 'zh')
    }
    const label = '灌溉水源'
    expect(await factsOf('growing_area', CANAL)).toContainEqual({ label, text: CANAL })
    expect(await factsOf('growing_area', null)).toContainEqual({ label, text: null })
    const house = await factsOf('packing_house', null)
    expect(house.map((fact) => fact.label)).not.toContain(label)
  })

  test('is in the API of a code, of the register, and in their schema', async () => {
    const { askJson, codeOf } = await published()
    const code = await codeOf('growing_area', CANAL)
    const { body } = await askJson(`/api/v1/codes/${code}`)
    expect(body.waterSource).toBe(CANAL)
    expect(codeEntrySchema.parse(body)).toEqual(body)
    const { body: list } = await askJson('/api/v1/codes')
    expect(list.items).toMatchObject([{ code, waterSource: CANAL }])
    const { body: described } = await askJson('/api/openapi.json')
    expect(described.components.schemas.CodeItem.properties.waterSource.type).toEqual([
      'string',
      'null',
    ])
  })

  test('is in the open data, as the last column', async () => {
    const { ask, codeOf } = await published()
    const code = await codeOf('growing_area', '=Kênh')
    const text = await (await ask('/open-data/codes.csv')).text()
    const [head, line] = text.split('\r\n')
    expect(head).toMatch(/,valid_to,water_source$/)
    expect(line).toMatch(/,'=Kênh$/)
    const { items } = (await (await ask('/open-data/codes.json')).json()) as { items: unknown[] }
    expect(items).toMatchObject([{ code, waterSource: '=Kênh' }])
    expect(CODE_FIELDS.at(-1)?.text.en).toContain('Irrigation water source')
  })
})

/** A register of its own with its public pages, and codes of sites that have a water source. */
async function published() {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  const models: PageModel[] = []
  const render = async (model: PageModel) => {
    models.push(model)
    return { html: model.kind, styleHash: 'sha256-test' }
  }
  const codeOf = async (kind: string, waterSource: string | null) => {
    const { id: siteId } = await makeSite(ctx, { kind })
    await db.update(site).set({ waterSource }).where(eq(site.id, siteId))
    return (await makeCode(ctx, { siteId })).code
  }
  return { ...publicApp(db, { pages: { render } }), codeOf, last: () => models.at(-1) }
}
