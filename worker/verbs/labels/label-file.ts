import { fill } from '../../copy/fill.ts'
import { LABEL_WARNINGS } from '../../copy/refusals/labels.ts'
import {
  type OkPlan,
  type OkRollPlan,
  type PartedFile,
  type PrintLabels,
  type PrintSubject,
  pdfParts,
  renderCsv,
  renderPdf,
  renderSvgZip,
  renderZpl,
  svgParts,
  textParts,
} from '../../lib/print/index.ts'
import type { Reprint } from './reprint.ts'

export const LABEL_FORMATS = ['csv', 'pdf', 'zpl', 'svg'] as const
export type LabelFormat = (typeof LABEL_FORMATS)[number]

/** A label file about to be made. Nothing is signed until its chunks are asked for. */
export type LabelFile = {
  readonly contentType: string
  readonly fileName: string
  readonly warnings: readonly string[]
  readonly chunks: () => AsyncGenerator<Uint8Array>
  /** The same file in parts, for who cannot make it in one go. */
  readonly parts: () => PartedFile
  /** All that is printed beside what differs from label to label, and where. */
  readonly drawn: unknown
}

type Warning = { readonly code: string; readonly characters?: readonly string[] | string }
type Making = { readonly made: Reprint; readonly subject: PrintSubject }

/** Some 300 kB of a list. */
const CSV_LABELS = 2_000
/** Some 500 kB for a label printer. */
const ZPL_LABELS = 200

/** A list for print shops. */
export function csvFile({ made, subject }: Making): LabelFile {
  const render = (labels: PrintLabels, head: { withHead: boolean }) =>
    renderCsv({ subject, labels, ...head })
  return {
    ...named(made, { ending: 'csv', contentType: 'text/csv; charset=utf-8', warnings: [] }),
    chunks: () => render(made.labels(), { withHead: true }),
    parts: () => textParts({ labelsPerPart: CSV_LABELS, render }),
    drawn: { subject },
  }
}

/** Pages of sticker sheets, or of a roll. */
export function pdfFile(
  { made, subject }: Making,
  { plan, cutMarks = false }: { readonly plan: OkPlan; readonly cutMarks?: boolean },
): LabelFile {
  const drawn = { plan, subject, cutMarks }
  return {
    ...named(made, { ending: 'pdf', contentType: 'application/pdf', warnings: plan.warnings }),
    chunks: () => renderPdf({ ...drawn, labels: made.labels() }),
    parts: () => pdfParts(drawn),
    drawn,
  }
}

/** A drawing a label, for design programs. */
export function svgFile({ made, subject }: Making, plan: OkPlan): LabelFile {
  const drawn = { plan, subject }
  return {
    ...named(made, { ending: 'zip', contentType: 'application/zip', warnings: plan.warnings }),
    chunks: () => renderSvgZip({ ...drawn, labels: made.labels() }),
    parts: () => svgParts(drawn),
    drawn,
  }
}

/** The language of label printers. */
export function zplFile({ made, subject }: Making, plan: OkRollPlan): LabelFile {
  const render = (labels: PrintLabels, head: { withHead: boolean }) =>
    renderZpl({ plan, subject, labels, ...head })
  const contentType = 'text/plain; charset=utf-8'
  return {
    ...named(made, { ending: 'zpl', contentType, warnings: plan.warnings }),
    chunks: () => render(made.labels(), { withHead: true }),
    parts: () => textParts({ labelsPerPart: ZPL_LABELS, render }),
    drawn: { plan, subject },
  }
}

function named(
  { document, range }: Reprint,
  of: {
    readonly ending: string
    readonly contentType: string
    readonly warnings: readonly Warning[]
  },
) {
  const { ending, contentType, warnings } = of
  const fileName = `tem-${document.provenance.ref}-${range.from}-${range.to}.${ending}`
  return { contentType, fileName, warnings: [...new Set(warnings.map(warningText))] }
}

/** What gave way on a label, in words. */
export function warningText(warning: Warning): string {
  switch (warning.code) {
    case 'characters_replaced':
      return fill(LABEL_WARNINGS.characters_replaced, {
        characters: [...(warning.characters ?? [])].join(' '),
      })
    case 'text_shortened':
      return LABEL_WARNINGS.text_shortened
    case 'line_dropped':
      return LABEL_WARNINGS.line_dropped
    default:
      return warning.code
  }
}
