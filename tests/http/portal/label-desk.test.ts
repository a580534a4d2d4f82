import { describe, expect, it } from 'vitest'
import { insertScans } from '../../../db/queries/scans.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { makeBatch, makeProduct, NOW } from '../../support/factories.ts'
import { producerDesk } from '../../support/producer-desk.ts'

const { db, ctx, person, app } = await producerDesk()

/** A run of labels of one's own, at its page. */
async function run(given: { readonly count: number } | { readonly copies: number }) {
  const { id: productId } = await makeProduct(ctx, { organisationId: person.organisationId })
  const { ref } = await makeBatch(ctx, { productId })
  const many = 'count' in given ? given : { ...given, wholeBatch: true as const }
  const input = { ref, profile: 'full' as const, ...many }
  const issued = await issueLabels({ ctx, input })
  return { ref, path: `/portal/labels/${issued.run.id}` as const }
}

async function send(path: string, typed: Readonly<Record<string, string>>) {
  const { model } = await app.get(path)
  const { action, form } = model as RecordFormModel
  return app.post(action, { ...form.values, ...typed })
}

const sectionOf = (model: unknown, id: string) =>
  (model as DetailModel).sections.find((section) => section.id === id)

async function rowsOf(path: string, id: string) {
  const rows = sectionOf((await app.get(path)).model, id)?.table?.rows ?? []
  return rows.map((row) => row.map(({ text }) => text))
}

const scans = (ref: string, serials: readonly number[]) =>
  insertScans(
    db,
    serials.map((serial) => ({
      ...{ ref, unitSpace: `B/${ref}`, serial, region: null, visitor: null, standing: 'clear' },
      scannedAt: NOW,
    })),
  )

const questionsOf = (model: unknown) => (model as RecordFormModel).form.questions ?? []

describe('reporting labels', () => {
  it('says first how many there are, how many were scanned and what scanners will read', async () => {
    const { ref, path } = await run({ count: 20 })
    await scans(ref, [3, 3, 4, 12])
    const typed = { kind: 'void', from: '2', to: '5', reason: 'Rách' }
    const asked = await send(`${path}/void`, typed)
    expect(asked.status).toBe(409)
    const [question] = questionsOf(asked.model)
    expect(question?.text).toContain('4 tem (số 2 – 5)')
    expect(question?.text).toContain('2 tem đã có người quét')
    expect(question?.text).toContain('Không mua, không bán, không sử dụng')
    expect(await rowsOf(path, 'exceptions')).toEqual([])
    const confirm = question?.code ?? ''
    // Of other labels, or of another kind, it was not asked.
    for (const other of [{ to: '6' }, { kind: 'lost' }]) {
      const again = await send(`${path}/void`, { ...typed, ...other, confirm })
      expect(again.status).toBe(409)
    }
    expect((await send(`${path}/void`, { ...typed, confirm })).status).toBe(303)
    expect(await rowsOf(path, 'exceptions')).toHaveLength(1)
  })

  it('of a whole batch counts the copies of every run with that code', async () => {
    const { ref, path } = await run({ copies: 7 })
    await issueLabels({
      ctx,
      input: { ref, profile: 'full', wholeBatch: true, copies: 5, confirm: [] },
    })
    await scans(ref, [0, 0, 0])
    const asked = await send(`${path}/void`, { kind: 'lost', reason: 'Mất cuộn' })
    const [question] = questionsOf(asked.model)
    expect(question?.text).toContain('Cả 12 tem')
    expect(question?.text).toContain('quét 3 lần')
    expect(question?.text).toContain('Có lưu ý')
  })
})

describe('files of a run', () => {
  it('are listed with who took them, when, on what and which labels', async () => {
    const { path } = await run({ count: 9 })
    expect(await rowsOf(path, 'downloads')).toEqual([])
    await app.get(`${path}/file?format=csv`)
    app.wait(60_000)
    await app.get(`${path}/file?format=pdf&stock=a4-24&from=2&to=4`)
    const rows = await rowsOf(path, 'downloads')
    expect(rows.map(([, who, format, serials]) => [who, format, serials])).toEqual([
      [person.name, 'PDF', '2 – 4 (3 tem)'],
      [person.name, 'CSV', '1 – 9 (9 tem)'],
    ])
    const [row] = sectionOf((await app.get(path)).model, 'downloads')?.table?.rows ?? []
    expect(row?.[2]?.small).toContain('24')
  })

  it('are linked where they can be made; where not the table says why', async () => {
    const { path } = await run({ count: 2 })
    const { table } = sectionOf((await app.get(path)).model, 'files') ?? {}
    const cells = (table?.rows ?? []).flatMap((row) => row.slice(1))
    for (const { href } of cells) {
      if (href !== undefined) expect([href, (await app.get(href)).status]).toEqual([href, 200])
    }
    const small = cells.filter((cell) => cell.small === 'mã QR quá nhỏ')
    expect(small.length).toBeGreaterThan(0)
    const refused = await app.get(`${path}/file?format=zpl&stock=roll-30x20&dpi=203`)
    expect(refused.status).toBe(422)
  })

  it('that are refused are not listed as taken', async () => {
    const { path } = await run({ count: 3 })
    const refused = ['format=pdf&stock=khong-co', 'format=csv&from=2&to=9', 'format=csv&from=x']
    for (const query of refused) {
      expect((await app.get(`${path}/file?${query}`)).status).toBeOneOf([400, 404])
    }
    expect(await rowsOf(path, 'downloads')).toEqual([])
  })

  it('are made again for a part of a run, with the very labels of that part', async () => {
    const { path } = await run({ count: 9 })
    const lines = async (query: string) =>
      (await (await app.get(`${path}/file?${query}`)).response.text()).trim().split('\n')
    const [head = '', ...all] = await lines('format=csv')
    const { location } = await send(`${path}/reprint`, { from: '4', to: '6', format: 'csv' })
    expect(location).toContain('from=4&to=6&format=csv')
    expect(await lines(location?.split('?')[1] ?? '')).toEqual([head, ...all.slice(3, 6)])
    const outside = await send(`${path}/reprint`, { from: '4', to: '10' })
    expect([outside.status, Object.keys((outside.model as RecordFormModel).form.errors)]).toEqual([
      400,
      ['from'],
    ])
    const zpl = await send(`${path}/reprint`, { format: 'zpl203', stock: 'a4-24' })
    expect(Object.keys((zpl.model as RecordFormModel).form.errors)).toEqual(['format'])
  })

  it('have cut marks where they are asked for, and are as ever where not', async () => {
    const { path } = await run({ count: 30 })
    const bytes = async (query: string) =>
      new Uint8Array(await (await app.get(`${path}/file?${query}`)).response.arrayBuffer())
    const { location } = await send(`${path}/reprint`, { marks: 'yes' })
    const marked = await bytes(location?.split('?')[1] ?? '')
    const plain = await bytes('format=pdf&stock=a4-24')
    expect(marked).not.toEqual(plain)
    expect(await bytes('format=pdf&stock=a4-24&from=1&to=30')).toEqual(plain)
  })
})
