import { makeZip } from 'client-zip'
import type { PrintLabels, PrintSubject } from './label.ts'
import type { OkPlan } from './plan-sheet.ts'
import { renderSvg } from './render-svg.ts'
import { svgName } from './svg-name.ts'

/**
 * A zip with one SVG per label, streamed. client-zip rather than a compressing writer: it goes
 * beyond 65,535 files (Zip64), which runs of labels do. It keeps one directory entry per label.
 *
 * Files are named by batch code and serial; copies of the whole-batch label are numbered from 1.
 *
 * @throws RangeError if a label does not fit the planned symbol
 */
export async function* renderSvgZip(input: {
  readonly plan: OkPlan
  readonly subject: PrintSubject
  readonly labels: PrintLabels
}): AsyncGenerator<Uint8Array> {
  const reader = makeZip(files(input)).getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}

async function* files({ plan, subject, labels }: Parameters<typeof renderSvgZip>[0]) {
  // The first moment a zip can state. It is read in local time, so it is built in local time.
  const lastModified = new Date(1980, 0, 1)
  let index = 0
  for await (const chunk of labels) {
    for (const label of chunk) {
      const name = svgName(subject.ref, { serial: label.serial, index: index++ })
      yield { name, lastModified, input: renderSvg(label, subject, plan) }
    }
  }
}
