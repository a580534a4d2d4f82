import { crc32 as crcOfNode } from 'node:zlib'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  type PartedFile,
  type PrintLabel,
  pdfParts,
  planRoll,
  planSvg,
  renderCsv,
  renderPdf,
  renderSvg,
  renderZpl,
  svgParts,
  textParts,
} from '../../../worker/lib/print/index.ts'
import { crc32 } from '../../../worker/lib/sheet/xlsx/crc32.ts'
import { chunked, collect, labelsOf, modulesOf, sheetPlan, subjectOf } from './support.ts'

const subject = subjectOf()

/** The file from its parts, each made by a maker that has made none of the others. */
async function joined(make: () => PartedFile, labels: readonly PrintLabel[]): Promise<Buffer> {
  const { labelsPerPart } = make()
  const bytes: Uint8Array[] = []
  const notes: Uint8Array[] = []
  let place = { labels: 0, length: 0 }
  while (place.labels < labels.length) {
    const own = labels.slice(place.labels, place.labels + labelsPerPart)
    const made = await make().part(place, chunked(own))
    bytes.push(made.bytes)
    notes.push(made.notes)
    place = { labels: place.labels + own.length, length: place.length + made.bytes.length }
  }
  bytes.push(await make().end(place, notes))
  return Buffer.concat(bytes)
}

describe('a file of labels made in parts', () => {
  it.each(['65', '24', '8'] as const)(
    'is byte for byte the PDF made at once (sheet of %s)',
    async (layout) => {
      // Beyond one part and, on the largest stickers, one node of the page tree.
      const labels = labelsOf(1_100)
      const plan = sheetPlan(layout, subject, labels)
      for (const cutMarks of [false, true]) {
        const whole = await collect(renderPdf({ plan, subject, cutMarks, labels: chunked(labels) }))
        const parts = await joined(() => pdfParts({ plan, subject, cutMarks }), labels)
        expect(parts.equals(whole)).toBe(true)
      }
    },
  )

  it('is byte for byte the list and the printer language made at once', async () => {
    const labels = labelsOf(25)
    const csv = await joined(
      () =>
        textParts({
          labelsPerPart: 10,
          render: (some, head) => renderCsv({ subject, labels: some, ...head }),
        }),
      labels,
    )
    expect(csv.equals(await collect(renderCsv({ subject, labels: chunked(labels) })))).toBe(true)
    const roll = { widthMm: 70, heightMm: 50, dpi: 203 } as const
    const plan = planRoll({ ...roll, subject, modules: modulesOf(labels) })
    if (!plan.ok) throw new Error(plan.reason)
    const zpl = await joined(
      () =>
        textParts({
          labelsPerPart: 10,
          render: (some, head) => renderZpl({ plan, subject, labels: some, ...head }),
        }),
      labels,
    )
    expect(zpl.equals(await collect(renderZpl({ plan, subject, labels: chunked(labels) })))).toBe(
      true,
    )
  })

  it.each([
    ['of units', labelsOf(230)],
    ['of one label copied', labelsOf(1).flatMap((one) => Array(130).fill({ ...one, serial: 0 }))],
  ] as const)('is a zip another program reads, every drawing whole (%s)', async (_, labels) => {
    const plan = planSvg({ subject, modules: modulesOf(labels) })
    if (!plan.ok) throw new Error(plan.reason)
    const zip = await joined(() => svgParts({ plan, subject }), labels)
    const files = unzipSync(zip)
    expect(Object.keys(files)).toHaveLength(labels.length)
    const last = labels.at(-1)
    const name = last?.serial === 0 ? '0-130' : String(last?.serial)
    const text = new TextDecoder().decode(files[`${subject.ref}-${name}.svg`])
    expect(text).toBe(last === undefined ? '' : renderSvg(last, subject, plan))
  })

  it('has checksums that agree with those of another program', () => {
    for (const text of ['', 'a', '123456789', 'Xoài cát Hòa Lộc'.repeat(99)]) {
      expect(crc32(new TextEncoder().encode(text))).toBe(crcOfNode(text))
    }
  })
})
