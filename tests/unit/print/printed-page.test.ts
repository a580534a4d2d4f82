import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { OkPlan, PrintProfile } from '../../../worker/lib/print/index.ts'
import { renderPdf } from '../../../worker/lib/print/index.ts'
import type { Picture } from './support.ts'
import {
  chunked,
  collect,
  crop,
  decode,
  labelsOf,
  popplerPresent,
  rasterise,
  sheetPlan,
  subjectOf,
  withPdf,
} from './support.ts'

const DOTS_PER_MM = 300 / 25.4
const WHITE = 250
const LONG_NAME = 'Xoài cát Hòa Lộc – Hợp tác xã Nông nghiệp Chợ Mới'

/** The stickers of rasterised pages, in the order labels fill them. */
function* stickersOf(pages: readonly Picture[], { layout, sticker }: OkPlan) {
  for (const page of pages) {
    for (let slot = 0; slot < layout.columns * layout.rows; slot++) {
      const xMm = layout.leftMm + (slot % layout.columns) * layout.pitchXMm
      const yMm = layout.topMm + Math.floor(slot / layout.columns) * layout.pitchYMm
      yield crop(page, {
        x: Math.round(xMm * DOTS_PER_MM),
        y: Math.round(yMm * DOTS_PER_MM),
        width: Math.floor(sticker.widthMm * DOTS_PER_MM),
        height: Math.floor(sticker.heightMm * DOTS_PER_MM),
      })
    }
  }
}

/** The darkest pixel of the quiet zone; a pixel beside the code may be half covered by it. */
function darkestInQuietZone(picture: Picture, { sticker }: OkPlan): number {
  const side = sticker.modules * sticker.moduleMm
  const quiet = 4 * sticker.moduleMm
  const low = (mm: number) => Math.ceil((mm - quiet) * DOTS_PER_MM + 1)
  const high = (mm: number) => Math.floor((mm + side + quiet) * DOTS_PER_MM - 1)
  const within = (pixel: number, mm: number) =>
    pixel >= Math.floor(mm * DOTS_PER_MM) - 1 && pixel <= Math.ceil((mm + side) * DOTS_PER_MM) + 1
  let darkest = 255
  for (let y = low(sticker.codeYMm); y <= high(sticker.codeYMm); y++) {
    for (let x = low(sticker.codeXMm); x <= high(sticker.codeXMm); x++) {
      if (within(x, sticker.codeXMm) && within(y, sticker.codeYMm)) continue
      darkest = Math.min(darkest, picture.grey[y * picture.width + x] ?? 0)
    }
  }
  return darkest
}

describe.skipIf(!popplerPresent())('a printed page', { timeout: 120_000 }, () => {
  it.each<readonly ['65' | '24' | '8', PrintProfile, number]>([
    ['65', 'compact', 200],
    ['65', 'gs1', 70],
    ['65', 'full', 70],
    // Three sheets, the last of which is not full: more would be the middle one again.
    ['24', 'full', 60],
    ['8', 'gs1', 20],
  ])(
    'carries every code in order inside a white border: sheet %s, profile %s',
    async (id, profile, count) => {
      const subject = subjectOf({ profile, productName: LONG_NAME })
      const labels = labelsOf(count, profile)
      const plan = sheetPlan(id, subject, labels)
      const pdf = await collect(renderPdf({ plan, subject, labels: chunked(labels) }))
      const found: string[] = []
      for (const picture of stickersOf(rasterise(pdf), plan)) {
        if (found.length === labels.length) {
          expect(picture.grey.every((value) => value > WHITE)).toBe(true)
          continue
        }
        expect(darkestInQuietZone(picture, plan)).toBeGreaterThan(WHITE)
        found.push((await decode(picture)).join('|'))
      }
      expect(found).toEqual(labels.map((label) => label.url))
    },
  )

  it.each(['65', '24', '8'] as const)(
    'gives its Vietnamese text back to search and copy: sheet %s',
    async (id) => {
      const subject = subjectOf({ productName: LONG_NAME, expiresOn: '2026-04-01' })
      const labels = labelsOf(1)
      const plan = sheetPlan(id, subject, labels)
      const pdf = await collect(renderPdf({ plan, subject, labels: chunked(labels) }))
      const text = withPdf(pdf, (file) =>
        execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }),
      )
      const words = text.replace(/\s+/g, ' ')
      const whole = [
        'HOẠ',
        'Vùng trồng: VN-AGOR-0012',
        'Nơi đóng gói: VN-AGPH-003',
        'Ngày đóng gói: 05/03/2026',
        'Hạn dùng: 01/04/2026',
        'Quét mã để kiểm tra nguồn gốc',
      ]
      for (const expected of [LONG_NAME, '7K3M-9QX1', 'Tem số 1', ...(id === '65' ? [] : whole)]) {
        expect(words).toContain(expected)
      }
      const fonts = withPdf(pdf, (file) => execFileSync('pdffonts', [file], { encoding: 'utf8' }))
      expect(fonts).toMatch(/BeVietnamPro-SemiBold +CID TrueType +Identity-H +yes yes yes/)
    },
  )

  it('says on each copy of a whole-batch label that it stands for the batch', async () => {
    const subject = subjectOf()
    const labels = labelsOf(2).map((label) => ({ ...label, serial: 0 }))
    const plan = sheetPlan('24', subject, labels)
    const pdf = await collect(renderPdf({ plan, subject, labels: chunked(labels) }))
    const text = withPdf(pdf, (file) =>
      execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }),
    )
    expect(text.match(/Tem cả lô/g)).toHaveLength(2)
    expect(text).not.toContain('Tem số')
  })

  it('shows a box for a character the font lacks', async () => {
    const subject = subjectOf({ productName: '芒果 Xoài' })
    const labels = labelsOf(1)
    const plan = sheetPlan('24', subject, labels)
    expect(plan.warnings).toEqual([{ code: 'characters_replaced', characters: ['芒', '果'] }])
    const pdf = await collect(renderPdf({ plan, subject, labels: chunked(labels) }))
    const text = withPdf(pdf, (file) =>
      execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }),
    )
    expect(text).toContain('\ufffd\ufffd Xoài')
  })
})
