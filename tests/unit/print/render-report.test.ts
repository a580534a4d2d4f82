import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { type ReportBlock, renderReport } from '../../../worker/lib/print/index.ts'
import { popplerPresent, withPdf } from './support.ts'

const rows = (count: number): ReportBlock[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'row',
    cells: [`Lô ${at + 1}`, 'Xoài cát Hòa Lộc '.repeat(6), '100 kg'],
    shares: [1, 2, 1],
  }))

describe.skipIf(!popplerPresent())('a report', () => {
  it('goes on over as many pages as it needs, every row whole and on one page', async () => {
    const blocks: ReportBlock[] = [{ kind: 'title', text: 'Báo cáo' }, ...rows(120)]
    const pdf = await renderReport({ title: 'Báo cáo', blocks })
    const pages = withPdf(pdf, (file) => execFileSync('pdftotext', ['-layout', file, '-']))
      .toString('utf8')
      .split('\f')
      .slice(0, -1)
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, at) => {
      // The reader leaves narrow spaces out.
      expect(page).toMatch(new RegExp(`\\b${at + 1} ?/ ?${pages.length}\\b`))
    })
    const text = pages.join('\n')
    for (const at of [1, 60, 120]) expect(text).toMatch(new RegExp(`Lô ${at}\\b`))
    expect(text.match(/100 kg/g)).toHaveLength(120)
  })

  it('takes a word longer than a line, and nothing at all', async () => {
    const long = await renderReport({
      title: '',
      blocks: [{ kind: 'text', text: 'a'.repeat(900) }],
    })
    expect(withPdf(long, (file) => execFileSync('pdfinfo', [file])).toString()).toContain('Pages')
    const none = await renderReport({ title: '', blocks: [] })
    expect(withPdf(none, (file) => execFileSync('pdfinfo', [file])).toString()).toMatch(
      /Pages:\s+1/,
    )
  })
})
