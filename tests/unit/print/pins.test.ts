import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import {
  type LayoutId,
  type PrintLabel,
  planRoll,
  planSvg,
  renderCsv,
  renderPdf,
  renderSvg,
  renderZpl,
} from '../../../worker/lib/print/index.ts'
import {
  chunked,
  collect,
  decode,
  labelsOf,
  modulesOf,
  popplerPresent,
  rasterise,
  sheetPlan,
  subjectOf,
  withPdf,
} from './support.ts'

const pinned = (labels: readonly PrintLabel[]): PrintLabel[] =>
  labels.map((label) => ({ ...label, pin: String(111_000 + label.serial) }))
const subject = subjectOf({ hasPin: true })
const labels = pinned(labelsOf(3))
const modules = modulesOf(labels)

describe('labels with PINs', () => {
  it('have them in the last column of a list, which has none without them', async () => {
    const csv = async (of: typeof subject) =>
      String(await collect(renderCsv({ subject: of, labels: chunked(labels) }))).split('\n')
    const [head = '', first = ''] = await csv(subject)
    expect(head).toBe('serial,url,ref,profile,kid,pin')
    expect(first.split(',').at(-1)).toBe('111001')
    expect((await csv(subjectOf()))[0]).toBe('serial,url,ref,profile,kid')
  })

  it('have them in two halves on drawings and in the language of label printers', async () => {
    const plan = planSvg({ subject, modules })
    const roll = planRoll({ subject, modules, widthMm: 70, heightMm: 50, dpi: 203 })
    if (!plan.ok || !roll.ok) throw new Error('no room')
    const [label] = labels
    if (label === undefined) throw new Error('no label')
    expect(renderSvg(label, subject, plan)).toContain('>111 001<')
    const font = { kind: 'printer', name: 'E:X.FNT' } as const
    const zpl = String(
      await collect(renderZpl({ plan: roll, subject, labels: chunked(labels), font })),
    )
    expect(zpl.match(/\^FH_\^FD111 00[123]\^FS/g)).toHaveLength(3)
  })

  it('are never printed without one', async () => {
    const without = chunked(labelsOf(1))
    await expect(collect(renderCsv({ subject, labels: without }))).rejects.toThrow('lacks its PIN')
  })

  describe.skipIf(!popplerPresent())('on sheets', () => {
    it.each(['65', '24', '8'] as const satisfies LayoutId[])(
      'say whose PIN is whose and still scan (sheet of %s)',
      async (layout) => {
        const plan = sheetPlan(layout, subject, labels)
        const pdf = await collect(renderPdf({ plan, subject, labels: chunked(labels) }))
        const text = withPdf(pdf, (file) =>
          execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }),
        )
        for (const serial of [1, 2, 3]) expect(text).toContain(`111 00${serial}`)
        const [page] = rasterise(pdf)
        if (page === undefined) throw new Error('no page')
        expect((await decode(page)).sort()).toEqual(labels.map(({ url }) => url).sort())
      },
    )
  })
})
