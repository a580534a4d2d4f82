import { describe, expect, it } from 'vitest'
import {
  layoutOfStock,
  minimumModuleMm,
  type PrintSubject,
  planLayout,
  renderPdf,
  rollStock,
  STOCKS,
} from '../../../worker/lib/print/index.ts'
import {
  chunked,
  collect,
  decode,
  labelsOf,
  modulesOf,
  popplerPresent,
  rasterise,
  ringLogo,
  subjectOf,
} from './support.ts'

/** A label of a 4-star box: all that may stand on one. */
const WHOLE: Partial<PrintSubject> = {
  lot: 'XOAI-0260305-02',
  netContent: '500 g',
  address: 'Ấp Mỹ Hòa, xã Chợ Mới, tỉnh An Giang',
  phone: '0296 000 0000',
  origin: 'Chợ Mới, An Giang',
  ocopStars: 4,
  mark: 'Chỉ dẫn địa lý “Chợ Mới”',
  abroad: ['Product of Vietnam'],
  gtin: '08931234567894',
  logo: ringLogo({ width: 96, height: 64 }),
}

/** In the order in which they are said to give way. */
const GOING = [
  ...[
    'logo',
    'abroad',
    'gtin',
    'mark',
    'phone',
    'address',
    'origin',
    'ocop',
    'producer',
    'netContent',
  ],
]

function planOn(stock: (typeof STOCKS)[number], subject: PrintSubject) {
  const modules = modulesOf(labelsOf(1, subject.profile))
  return planLayout({ layout: layoutOfStock(stock), subject, modules })
}

describe('label stock', () => {
  it.each(STOCKS.map((stock) => [stock.id, stock] as const))(
    'holds a compact label with all that may be said, and never a module under the limit: %s',
    (_, stock) => {
      const plan = planOn(stock, subjectOf({ ...WHOLE, profile: 'compact' }))
      if (!plan.ok) throw new Error(`refused: ${plan.reason}`)
      expect(plan.sticker.moduleMm).toBeGreaterThanOrEqual(minimumModuleMm.compact)
      const least = Math.min(...[...plan.sticker.texts, plan.sticker.serial].map(({ pt }) => pt))
      // 0.9 mm high at least, on faces under 80 cm²: capitals take 0.7 of the size of type.
      expect(least * (25.4 / 72) * 0.7).toBeGreaterThanOrEqual(0.9)
    },
  )

  it('gives way in the stated order: nothing goes while what matters less stays', () => {
    const heights = [80, 70, 65, 60, 55, 50, 45, 40, 36]
    const dropped = heights.map((heightMm) => {
      const plan = planOn(rollStock({ widthMm: 66, heightMm }), subjectOf(WHOLE))
      if (!plan.ok) return null
      return plan.warnings.flatMap((told) => (told.code === 'line_dropped' ? [told.field] : []))
    })
    for (const fields of dropped) {
      if (fields === null) continue
      expect(GOING.slice(0, fields.length)).toEqual(fields)
    }
    const counts = dropped.map((fields) => fields?.length ?? GOING.length)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(counts[0]).toBeLessThan(counts.at(-1) ?? 0)
  })

  it('never drops what tells one pack from another', () => {
    for (const stock of STOCKS) {
      const plan = planOn(stock, subjectOf(WHOLE))
      if (!plan.ok || stock.widthMm < 55) continue
      const fields = new Set(plan.sticker.texts.map(({ field }) => field))
      for (const field of ['product', 'lot', 'ref', 'areas', 'house', 'packed', 'expires']) {
        expect([stock.id, fields.has(field as never)]).toEqual([stock.id, true])
      }
    }
  })
})

describe.skipIf(!popplerPresent())('a label of every stock', { timeout: 120_000 }, () => {
  const cases = STOCKS.flatMap((stock) =>
    ([203, 300] as const).map((dpi) => ({ id: stock.id, stock, dpi })),
  )
  it.each(cases)('$id is read back at $dpi dots per inch', async ({ stock, dpi }) => {
    const subject = subjectOf({ ...WHOLE, profile: 'compact' })
    const plan = planOn(stock, subject)
    if (!plan.ok) throw new Error(`refused: ${plan.reason}`)
    const labels = labelsOf(stock.columns * stock.rows + 1)
    const pdf = await collect(renderPdf({ plan, subject, labels: chunked(labels) }))
    const pages = rasterise(pdf, dpi)
    expect(pages).toHaveLength(2)
    const [first] = pages
    if (first === undefined) throw new Error('no page')
    const paperMm = plan.layout.paper
    expect(Math.abs((first.width / dpi) * 25.4 - paperMm.widthMm)).toBeLessThan(0.5)
    const found = (await Promise.all(pages.map(decode))).flat()
    expect(found.toSorted()).toEqual(labels.map(({ url }) => url).toSorted())
  })
})

describe('a logo on labels', () => {
  it('has its place on every large enough stock, off the code and the edges, and shrinks no code', () => {
    const sides: string[] = []
    for (const stock of STOCKS) {
      for (const profile of ['compact', 'full', 'gs1'] as const) {
        const bare = planOn(stock, subjectOf({ profile }))
        const plan = planOn(stock, subjectOf({ profile, logo: WHOLE.logo ?? null }))
        expect(plan.ok).toBe(bare.ok)
        if (!plan.ok || !bare.ok) continue
        const { picture, moduleMm, modules, codeXMm, widthMm, heightMm } = plan.sticker
        expect(moduleMm).toBeGreaterThanOrEqual(minimumModuleMm[profile])
        expect(moduleMm).toBeGreaterThanOrEqual(0.75 * bare.sticker.moduleMm)
        if (picture === null) continue
        sides.push(stock.id)
        expect(picture.xMm).toBeGreaterThanOrEqual(codeXMm + (modules + 4) * moduleMm - 1e-9)
        expect(picture.xMm + picture.widthMm).toBeLessThanOrEqual(widthMm)
        expect(picture.yMm).toBeGreaterThanOrEqual(0)
        expect(picture.yMm + picture.heightMm).toBeLessThanOrEqual(heightMm)
        const first = Math.min(...plan.sticker.texts.map((run) => run.baselineMm - run.pt * 0.27))
        expect(picture.yMm + picture.heightMm).toBeLessThanOrEqual(first)
      }
    }
    expect(new Set(sides)).toContain('a4-8')
    expect(new Set(sides)).toContain('roll-100x70')
  })
})

describe.skipIf(!popplerPresent())('a printed logo', { timeout: 60_000 }, () => {
  it('is where the plan says, dark and light as it is', async () => {
    const stock = STOCKS.find(({ id }) => id === 'roll-100x70')
    if (stock === undefined) throw new Error('there is no such stock')
    const subject = subjectOf({ logo: WHOLE.logo ?? null })
    const plan = planOn(stock, subject)
    if (!plan.ok || plan.sticker.picture === null) throw new Error('refused')
    const pdf = await collect(renderPdf({ plan, subject, labels: chunked(labelsOf(1)) }))
    const [page] = rasterise(pdf, 300)
    if (page === undefined) throw new Error('no page')
    const { xMm, yMm, widthMm, heightMm } = plan.sticker.picture
    const greyAt = (x: number, y: number) => {
      const column = Math.round(((xMm + x * widthMm) / 25.4) * 300)
      const row = Math.round(((yMm + y * heightMm) / 25.4) * 300)
      return page.grey[row * page.width + column] ?? -1
    }
    // The bar across its middle, the hole above it, the empty corner.
    expect(greyAt(0.5, 0.5)).toBeLessThan(60)
    expect(greyAt(0.5, 0.3)).toBeGreaterThan(200)
    expect(greyAt(0.03, 0.05)).toBeGreaterThan(200)
    expect(greyAt(0.06, 0.5)).toBeLessThan(60)
  })
})
