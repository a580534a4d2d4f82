import { array, assert, constantFrom, integer, option, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PrintSubject } from '../../../worker/lib/print/index.ts'
import { minimumModuleMm, planSheet, sheetLayouts } from '../../../worker/lib/print/index.ts'
import { subjectOf } from './support.ts'

const sideOf = (version: number) => 17 + 4 * version

describe('a sheet plan', () => {
  it.each([
    ['65', 'compact', 6, true],
    ['65', 'gs1', 7, true],
    ['65', 'gs1', 8, false],
    ['65', 'full', 8, true],
    ['65', 'full', 9, true],
    ['65', 'full', 10, false],
    ['24', 'full', 8, true],
    ['24', 'gs1', 8, true],
    ['8', 'gs1', 8, true],
    ['8', 'full', 12, true],
  ] as const)('sheet %s, profile %s, version %i: fits is %s', (layout, profile, version, fits) => {
    const plan = planSheet({ layout, subject: subjectOf({ profile }), modules: sideOf(version) })
    expect(plan.ok).toBe(fits)
    if (plan.ok) expect(plan.sticker.moduleMm).toBeGreaterThanOrEqual(minimumModuleMm[profile])
  })

  it('refuses modules under the minimum and names the sheets that fit', () => {
    const subject = subjectOf({ profile: 'gs1' })
    const plan = planSheet({ layout: '65', subject, modules: sideOf(8) })
    expect(plan).toEqual({
      ok: false,
      reason: 'module_too_small',
      moduleMm: expect.closeTo(21 / 57, 3),
      minimumMm: 0.396,
      fits: ['21', '24', '8'],
    })
  })

  it('refuses everywhere when no sheet fits', () => {
    const plan = planSheet({ layout: '65', subject: subjectOf(), modules: sideOf(40) })
    expect(plan).toMatchObject({ ok: false, fits: [] })
  })

  it('ends a product name that cannot fit with an ellipsis and says so', () => {
    const subject = subjectOf({ productName: 'Xoài cát Hòa Lộc '.repeat(12) })
    const plan = planSheet({ layout: '65', subject, modules: sideOf(6) })
    if (!plan.ok) throw new Error('refused')
    expect(plan.warnings).toContainEqual({ code: 'text_shortened', field: 'product' })
    expect(plan.sticker.texts.filter((run) => run.field === 'product').at(-1)?.text).toMatch(/…$/)
  })

  it('refuses codes too long to print in full, rather than cutting them', () => {
    const code = (digit: string) => `VN-${digit.repeat(37)}`
    const subject = subjectOf({
      profile: 'full',
      growingAreas: [code('1'), code('2'), code('3')],
      packingHouse: code('4'),
    })
    const plan = planSheet({ layout: '24', subject, modules: sideOf(8) })
    expect(plan).toMatchObject({ ok: false, reason: 'text_too_long', fits: ['65', '8'] })
  })

  it('marks demo labels and only those', () => {
    for (const demo of [true, false]) {
      for (const layout of ['65', '24', '8'] as const) {
        const plan = planSheet({ layout, subject: subjectOf({ demo }), modules: sideOf(6) })
        if (!plan.ok) throw new Error('refused')
        expect(plan.sticker.texts.some((run) => run.text === 'MINH HOẠ')).toBe(demo)
      }
    }
  })

  it('keeps all stickers on the paper and apart', () => {
    for (const layout of Object.values(sheetLayouts)) {
      const right = layout.leftMm + (layout.columns - 1) * layout.pitchXMm + layout.face.widthMm
      const bottom = layout.topMm + (layout.rows - 1) * layout.pitchYMm + layout.face.heightMm
      expect(right + layout.leftMm).toBeCloseTo(210, 0)
      expect(bottom + layout.topMm).toBeCloseTo(297, 0)
      expect(layout.pitchXMm).toBeGreaterThanOrEqual(layout.face.widthMm)
      expect(layout.pitchYMm).toBeGreaterThanOrEqual(layout.face.heightMm)
      expect(layout.columns * layout.rows).toBe(Number(layout.id))
    }
  })

  it('never lets text touch the code, its quiet zone, other text or the edge', () => {
    const code = string({
      unit: constantFrom('V', 'N', '-', '0', '9'),
      minLength: 3,
      maxLength: 40,
    })
    const subjects = record({
      productName: string({ unit: 'grapheme', maxLength: 200 }),
      producerName: option(string({ unit: 'grapheme', maxLength: 120 })),
      growingAreas: array(code, { maxLength: 3 }),
      packingHouse: option(code),
      profile: constantFrom('compact', 'full', 'gs1'),
      gtin: option(constantFrom('08931234567894')),
      demo: constantFrom(true, false),
    })
    const layouts = constantFrom('65', '24', '8')
    assert(
      property(layouts, subjects, integer({ min: 6, max: 10 }), (layout, some, version) => {
        const subject = subjectOf(some as Partial<PrintSubject>)
        const plan = planSheet({ layout, subject, modules: sideOf(version) })
        if (!plan.ok) {
          expect(plan.fits).not.toContain(layout)
          return
        }
        const { sticker } = plan
        const quiet = 4 * sticker.moduleMm
        const side = sticker.modules * sticker.moduleMm + quiet
        expect(sticker.codeXMm - quiet).toBeGreaterThanOrEqual(0)
        expect(sticker.codeYMm - quiet).toBeGreaterThanOrEqual(0)
        expect(sticker.codeYMm + side).toBeLessThanOrEqual(sticker.heightMm)
        const mmPerPt = 25.4 / 72
        const boxes = [...sticker.texts, sticker.serial].map((run) => ({
          left: run.xMm,
          right: run.xMm + run.widthMm,
          top: run.baselineMm - 1 * run.pt * mmPerPt,
          bottom: run.baselineMm + 0.25 * run.pt * mmPerPt,
        }))
        for (const box of boxes) {
          expect(box.right).toBeLessThanOrEqual(sticker.widthMm - 0.9)
          expect(box.top).toBeGreaterThanOrEqual(0)
          expect(box.bottom).toBeLessThanOrEqual(sticker.heightMm)
          const clear =
            box.left >= sticker.codeXMm + side - 1e-9 || box.top >= sticker.codeYMm + side
          expect(clear).toBe(true)
          for (const other of boxes) {
            if (other === box) continue
            const apart =
              box.right <= other.left ||
              other.right <= box.left ||
              box.bottom <= other.top ||
              other.bottom <= box.top
            expect(apart).toBe(true)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})
