import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { unzlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { PrintLabel } from '../../../worker/lib/print/index.ts'
import { renderPdf } from '../../../worker/lib/print/index.ts'
import {
  chunked,
  collect,
  labelMaker,
  labelsOf,
  modulesOf,
  sheetPlan,
  subjectOf,
} from './support.ts'

const layouts = ['65', '24', '8'] as const
const profiles = ['compact', 'full', 'gs1'] as const
const MAXIMUM_BYTES_PER_LABEL = 400

/** The inflated drawing operators of every page. */
function pageContents(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id]) => {
    const object = text.indexOf(`\n${id} 0 obj`)
    const start = text.indexOf('stream\n', object) + 'stream\n'.length
    const length = Number(/\/Length (\d+)/.exec(text.slice(object, start))?.[1])
    return Buffer.from(unzlibSync(pdf.subarray(start, start + length))).toString('latin1')
  })
}

describe('a sheet as PDF', () => {
  const subject = subjectOf()

  it('gives the same bytes for the same labels, however they are chunked', async () => {
    const labels = labelsOf(150)
    const plan = sheetPlan('24', subject, labels)
    const first = await collect(renderPdf({ plan, subject, labels: chunked(labels, 1) }))
    const second = await collect(renderPdf({ plan, subject, labels: chunked(labels, 1000) }))
    expect(first.equals(second)).toBe(true)
  })

  it('refuses to make a file of no labels', async () => {
    const plan = sheetPlan('24', subject, labelsOf(1))
    await expect(collect(renderPdf({ plan, subject, labels: chunked([]) }))).rejects.toThrow(
      'no labels',
    )
  })

  it('refuses a label longer than the planned symbol', async () => {
    const plan = sheetPlan('24', subject, labelsOf(1))
    const long = labelsOf(1).map((label) => ({ ...label, url: `${label.url}${'0'.repeat(40)}` }))
    await expect(collect(renderPdf({ plan, subject, labels: chunked(long) }))).rejects.toThrow()
  })

  it('points every cross-reference at its object, beyond one node of the page tree', async () => {
    const labels = labelsOf(8 * 130)
    const plan = sheetPlan('8', subject, labels)
    const pdf = await collect(renderPdf({ plan, subject, labels: chunked(labels) }))
    const text = pdf.toString('latin1')
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    const [, size] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? []
    const entries = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)]
    expect(entries).toHaveLength(Number(size) - 1)
    entries.forEach(([, offset], index) => {
      const at = Number(offset)
      expect(text.slice(at, at + 20)).toMatch(new RegExp(`^${index + 1} 0 obj\n`))
    })
    expect(text).toContain('/Count 130')
    expect(text).toContain('/PrintScaling/None')
  })

  it('never lets image data look like the end of an image', async () => {
    const labels = labelsOf(3000)
    const plan = sheetPlan('65', subject, labels)
    const contents = pageContents(
      await collect(renderPdf({ plan, subject, labels: chunked(labels) })),
    )
    const marks = contents.reduce((sum, page) => sum + page.split('EI').length - 1, 0)
    expect(marks).toBe(labels.length)
    expect(contents.join('')).toContain('/F/AHx')
  })

  it.each(layouts.flatMap((layout) => profiles.map((profile) => [layout, profile] as const)))(
    'stays under 400 bytes a label on sheet %s, profile %s',
    async (layout, profile) => {
      const labels = labelsOf(1000, profile)
      const plan = sheetPlan(layout, subjectOf({ profile }), labels)
      const size = async (count: number) => {
        const some = chunked(labels.slice(0, count))
        return (await collect(renderPdf({ plan, subject, labels: some }))).length
      }
      const perLabel = ((await size(1000)) - (await size(1))) / 999
      expect(perLabel).toBeLessThan(MAXIMUM_BYTES_PER_LABEL)
      expect(perLabel).toBeGreaterThan(modulesOf(labels))
    },
  )
})

describe('memory while a PDF is made', () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  const subject = subjectOf()

  it('keeps neither labels nor finished pages of a run of 20,000', async () => {
    const plan = sheetPlan('24', subject, labelsOf(20_000).slice(-1))
    const next = labelMaker()
    let pulled = 0
    async function* run(): AsyncGenerator<readonly PrintLabel[]> {
      for (; pulled < 20_000; pulled += 100) yield Array.from({ length: 100 }, next)
    }
    const inUse = () => {
      collectGarbage()
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      return heapUsed + arrayBuffers
    }
    let written = 0
    // Looked at again and again: a collector may leave something behind, and never less than is kept.
    const early: number[] = []
    const late: number[] = []
    let looked = 0
    for await (const chunk of renderPdf({ plan, subject, labels: run() })) {
      written += chunk.length
      const at = Math.floor(pulled / 500)
      if (at === looked) continue
      looked = at
      if (pulled >= 4_000 && pulled < 6_000) early.push(inUse())
      if (pulled >= 18_000) late.push(inUse())
    }
    expect(written).toBeGreaterThan(4_000_000)
    expect(early.length).toBeGreaterThan(2)
    expect(late.length).toBeGreaterThan(2)
    // 14,000 labels would be 3.5 MB and more.
    expect(Math.min(...late) - Math.min(...early)).toBeLessThan(2_000_000)
  })

  it('reads labels no faster than pages are taken', async () => {
    const labels = labelsOf(480)
    const plan = sheetPlan('24', subject, labels)
    let pulled = 0
    async function* run() {
      for (const label of labels) {
        pulled++
        yield [label]
      }
    }
    const chunks = renderPdf({ plan, subject, labels: run() })
    await chunks.next()
    expect(pulled).toBe(24)
    await chunks.return(undefined)
  })
})
