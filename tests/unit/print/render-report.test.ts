import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinBytes } from '../../../worker/lib/print/bytes.ts'
import { widthEm } from '../../../worker/lib/print/font.ts'
import { type ReportBlock, renderReport } from '../../../worker/lib/print/index.ts'
import { wrapCell } from '../../../worker/lib/print/report/wrap-cell.ts'
import { canReadSheets } from '../../support/read-sheet.ts'

async function* listOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function pdfOf(blocks: readonly ReportBlock[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const foot = (page: number) => `Trang ${page}`
  const given = { title: 'Sổ thử', language: 'vi-VN', blocks: listOf(blocks), foot }
  for await (const part of renderReport(given)) parts.push(part)
  return joinBytes(parts)
}

/** The text of each page as poppler reads it. */
function pagesIn(pdf: Uint8Array): string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.pdf')
  writeFileSync(file, pdf)
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  return text.split('\f').slice(0, -1)
}

const table = (rows: readonly (readonly string[])[]): ReportBlock => ({
  is: 'table',
  columns: [
    { heading: 'Ngày', share: 1 },
    { heading: 'Công việc', share: 4 },
    { heading: 'Lượng (kg)', share: 1, isFigure: true },
  ],
  rows: listOf([rows]),
})

describe.runIf(canReadSheets)('a report', () => {
  it('is read by another program with every tone, each row once and in order', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [
      `${String((at % 28) + 1).padStart(2, '0')}/06/2026`,
      `Phun thuốc số ${at}: trừ bọ trĩ, ưỡn ẹo, Ễnh Ương`,
      String(at * 10),
    ])
    const pages = pagesIn(
      await pdfOf([
        { is: 'title', text: 'Sổ nhật ký sản xuất', above: 'Hợp tác xã Minh Họa' },
        { is: 'facts', facts: [{ label: 'Cây trồng', text: 'Xoài cát Hòa Lộc' }] },
        { is: 'heading', text: 'Thuốc bảo vệ thực vật' },
        table(rows),
        { is: 'signatures', of: [{ label: 'Chủ cơ sở', text: 'Ký, ghi rõ họ tên' }] },
      ]),
    )
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, at) => {
      expect(page).toContain(`Trang ${at + 1}`)
    })
    const all = pages.join('\n')
    const found = [...all.matchAll(/Phun thuốc số (\d+): trừ bọ trĩ, ưỡn ẹo, Ễnh Ương/g)]
    expect(found.map(([, number]) => Number(number))).toEqual(rows.map((_, at) => at))
    for (const page of pages.slice(0, -1)) expect(page).toContain('Lượng (kg)')
    expect(all).toContain('Ký, ghi rõ họ tên')
  })

  it('holds a cell longer than a page, a word without end and characters no font has', async () => {
    const long = Array.from({ length: 4_000 }, (_, at) => `chữ${at}`).join(' ')
    const rows = [
      ['01/01/2026', long, '1'],
      ['02/01/2026', 'x'.repeat(5_000), '2'],
      ['03/01/2026', '芒果 \u0007\u202e 🥭 a\u0301', '3'],
    ]
    const pages = pagesIn(await pdfOf([table(rows)]))
    const all = pages.join('\n')
    for (const day of ['01/01/2026', '02/01/2026', '03/01/2026']) expect(all).toContain(day)
    expect(all).toContain('…')
    expect(all).toContain('á')
  })

  it('without rows is a page, and the same blocks give the same bytes', async () => {
    expect(pagesIn(await pdfOf([]))).toHaveLength(1)
    const blocks = (): ReportBlock[] => [{ is: 'heading', text: 'Một' }, table([['a', 'b', 'c']])]
    expect(await pdfOf(blocks())).toEqual(await pdfOf(blocks()))
  })
})

it('lines of a cell are never wider than it, and leave nothing out unless they say so', () => {
  const words = fc.array(fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('ưỡn', 'a')))
  fc.assert(
    fc.property(words, fc.integer({ min: 3, max: 40 }), (parts, limitEm) => {
      const text = parts.join(' ')
      const lines = wrapCell(text, { weight: 'regular', limitEm, maxLines: 50 })
      for (const line of lines) expect(widthEm(line, 'regular')).toBeLessThanOrEqual(limitEm + 1e-9)
      const bare = (said: string) => said.replace(/[\s\p{C}]/gu, '')
      if (!lines.at(-1)?.endsWith('…')) {
        expect(bare(lines.join(''))).toBe(bare(text.normalize('NFC').toWellFormed()))
      }
    }),
    // A word that fills a line once what stood before it is broken off.
    { examples: [[['!', '(@#Q'], 3]] },
  )
})
