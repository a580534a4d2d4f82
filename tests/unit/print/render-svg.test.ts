import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { OkPlan } from '../../../worker/lib/print/index.ts'
import { planSvg, qrMatrix, renderSvg, renderSvgZip } from '../../../worker/lib/print/index.ts'
import { chunked, collect, decode, labelsOf, modulesOf, subjectOf } from './support.ts'

function svgPlan(labels = labelsOf(1), subject = subjectOf()): OkPlan {
  const plan = planSvg({ subject, modules: modulesOf(labels) })
  if (!plan.ok) throw new Error('refused')
  return plan
}

/** The dark modules of the path, drawn at 4 pixels a module with the quiet zone. */
function draw(svg: string, size: number) {
  const scale = 4
  const width = (size + 8) * scale
  const grey = new Uint8Array(width * width).fill(255)
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < scale; row++) {
      const start = ((Number(y) + 4) * scale + row) * width + (Number(x) + 4) * scale
      grey.fill(0, start, start + Number(run) * scale)
    }
  }
  return { width, height: width, grey }
}

describe('a label as SVG', () => {
  const [label = { serial: 1, url: '' }] = labelsOf(1)

  it('draws a symbol that reads as the URL', async () => {
    const svg = renderSvg(label, subjectOf())
    expect(await decode(draw(svg, qrMatrix(label.url).size))).toEqual([label.url])
  })

  it('escapes what would be markup and drops what XML forbids', () => {
    const svg = renderSvg(label, subjectOf({ productName: '<b>&"Một\u0007\ud800 bụi"' }))
    expect(svg).toContain('&lt;b&gt;&amp;&quot;Một \ufffd bụi&quot;')
    expect(svg).not.toContain('<b>')
    expect(svg).not.toContain('\u0007')
    expect(svg.isWellFormed()).toBe(true)
  })

  it('takes a larger sticker for a symbol too large for the usual one', () => {
    const long = { ...label, url: `${label.url}/${'A'.repeat(700)}` }
    expect(renderSvg(long, subjectOf())).toContain('width="99.1mm"')
    expect(renderSvg(label, subjectOf())).toContain('width="64.6mm"')
  })
})

describe('labels as a zip of SVG', () => {
  it('unpacks to one file a label, the same bytes each time', async () => {
    const labels = labelsOf(60)
    const subject = subjectOf()
    const plan = svgPlan(labels)
    const make = (size: number) =>
      collect(renderSvgZip({ plan, subject, labels: chunked(labels, size) }))
    const zip = await make(7)
    expect(zip.equals(await make(60))).toBe(true)
    const files = unzipSync(zip)
    expect(Object.keys(files)).toEqual(labels.map(({ serial }) => `7K3M9QX1-${serial}.svg`))
    for (const label of labels) {
      const file = Buffer.from(files[`7K3M9QX1-${label.serial}.svg`] ?? []).toString('utf8')
      expect(file).toBe(renderSvg(label, subject, plan))
    }
  })

  it('numbers the copies of a whole-batch label', async () => {
    const [label = { serial: 0, url: '' }] = labelsOf(1)
    const copies = Array.from({ length: 3 }, () => ({ ...label, serial: 0 }))
    const subject = subjectOf()
    const zip = await collect(renderSvgZip({ plan: svgPlan(), subject, labels: chunked(copies) }))
    const names = Object.keys(unzipSync(zip))
    expect(names).toEqual(['7K3M9QX1-0-1.svg', '7K3M9QX1-0-2.svg', '7K3M9QX1-0-3.svg'])
  })

  it('fails when a label does not fit, rather than ending early', async () => {
    const labels = labelsOf(3)
    const long = labels.map((label) => ({ ...label, url: `${label.url}${'0'.repeat(60)}` }))
    const plan = svgPlan(labels)
    const zip = collect(renderSvgZip({ plan, subject: subjectOf(), labels: chunked(long) }))
    await expect(zip).rejects.toThrow()
  })
})
