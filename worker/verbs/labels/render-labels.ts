import { fill, fillAll } from '../../copy/fill.ts'
import { LABEL_REFUSALS, LABEL_WARNINGS, LAYOUT_REFUSALS } from '../../copy/refusals/labels.ts'
import {
  type LayoutId,
  layoutOf,
  layoutOfStock,
  type OkPlan,
  type PrintSubject,
  planLayout,
  planRoll,
  planSheet,
  planSvg,
  qrSide,
  type RefusedPlan,
  type RefusedRollPlan,
  type RollDpi,
  renderCsv,
  renderPdf,
  renderSvgZip,
  renderZpl,
  type Stock,
  sheetLayouts,
} from '../../lib/print/index.ts'
import { Problem } from '../errors.ts'
import { invalidInput } from '../guard/parse-input.ts'
import { printSubject } from './print-subject.ts'
import type { Reprint } from './reprint.ts'

export const LABEL_FORMATS = ['csv', 'pdf', 'zpl', 'svg'] as const
export type LabelFormat = (typeof LABEL_FORMATS)[number]

/** A label file about to be made. Nothing is signed until its chunks are asked for. */
export type LabelFile = {
  readonly contentType: string
  readonly fileName: string
  readonly warnings: readonly string[]
  readonly chunks: () => AsyncGenerator<Uint8Array>
}

const DEFAULT_SHEET: LayoutId = '24'
const DEFAULT_ROLL = '70x50@203'

/**
 * Plans a file of labels. `layout` is a sheet for pdf (65, 24 or 8) and a roll for zpl
 * (`WIDTHxHEIGHT` in mm, then `@203` or `@300` dots per inch); without one the usual is taken, or
 * else the next that fits. Codes that would print too small are refused, naming the sheets that fit.
 */
export function renderLabels(
  made: Reprint,
  input: { format: LabelFormat; layout?: string | undefined },
): LabelFile {
  const subject = printSubject(made)
  const modules = qrSide(made.longestUrl)
  const name = fileName(made)
  const { format, layout } = input
  const { labels } = made
  switch (format) {
    case 'csv':
      return file(`${name}.csv`, 'text/csv; charset=utf-8', [], () =>
        renderCsv({ subject, labels: labels() }),
      )
    case 'pdf': {
      const plan = sheetPlan({ subject, modules, layout })
      const { warnings } = plan
      return file(`${name}.pdf`, 'application/pdf', warnings, () =>
        renderPdf({ plan, subject, labels: labels() }),
      )
    }
    case 'svg': {
      const plan = planSvg({ subject, modules })
      if (!plan.ok) throw tooSmall(plan)
      const { warnings } = plan
      return file(`${name}.zip`, 'application/zip', warnings, () =>
        renderSvgZip({ plan, subject, labels: labels() }),
      )
    }
    case 'zpl': {
      const plan = planRoll({ subject, modules, ...rollOf(layout ?? DEFAULT_ROLL) })
      if (!plan.ok) throw tooSmall(plan)
      const { warnings } = plan
      return file(`${name}.zpl`, 'text/plain; charset=utf-8', warnings, () =>
        renderZpl({ plan, subject, labels: labels() }),
      )
    }
  }
}

type Warning = { readonly code: string; readonly characters?: readonly string[] | string }

function file(
  fileName: string,
  contentType: string,
  warnings: readonly Warning[],
  chunks: () => AsyncGenerator<Uint8Array>,
): LabelFile {
  return { fileName, contentType, chunks, warnings: [...new Set(warnings.map(warningText))] }
}

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

/**
 * Labels on stock as it is bought, or of a size of one's own: a page a sheet, or a page a label on a
 * roll; for label printers, their own language at their dots per inch.
 */
export function renderOnStock(
  made: Reprint,
  asked: {
    readonly stock: Stock
    readonly format: 'pdf' | 'zpl'
    readonly dpi: RollDpi
    /** Of sheets, for paper that is not cut yet. */
    readonly cutMarks?: boolean
  },
): LabelFile {
  const { stock, format, dpi, cutMarks = false } = asked
  const subject = printSubject(made)
  const name = fileName(made)
  if (format === 'pdf') {
    const plan = stockPlan(made, { stock, subject })
    return file(`${name}.pdf`, 'application/pdf', plan.warnings, () =>
      renderPdf({ plan, subject, labels: made.labels(), cutMarks }),
    )
  }
  const modules = qrSide(made.longestUrl)
  const plan = planRoll({ ...stock, dpi, subject, modules })
  if (!plan.ok) throw tooSmall(plan)
  return file(`${name}.zpl`, 'text/plain; charset=utf-8', plan.warnings, () =>
    renderZpl({ plan, subject, labels: made.labels() }),
  )
}

/** How a label of a run looks on a stock. */
export function stockPlan(
  made: Pick<Reprint, 'longestUrl'>,
  { stock, subject }: { readonly stock: Stock; readonly subject: PrintSubject },
): OkPlan {
  const layout = layoutOfStock(stock)
  const plan = planLayout({ layout, subject, modules: qrSide(made.longestUrl) })
  if (!plan.ok) throw tooSmall(plan)
  return plan
}

function fileName({ document, range }: Reprint): string {
  return `tem-${document.provenance.ref}-${range.from}-${range.to}`
}

function sheetPlan(input: { subject: PrintSubject; modules: number; layout: string | undefined }) {
  const { subject, modules, layout } = input
  if (layout !== undefined) {
    const known = layoutOf(layout)
    if (known === null) {
      const text = fillAll(LABEL_REFUSALS.layout, { list: Object.keys(sheetLayouts).join(', ') })
      throw invalidInput([{ path: 'layout', text }])
    }
    const plan = planSheet({ subject, modules, layout: known.id })
    if (!plan.ok) throw tooSmall(plan)
    return plan
  }
  const usual = planSheet({ subject, modules, layout: DEFAULT_SHEET })
  if (usual.ok) return usual
  const [next] = usual.fits
  const other = next === undefined ? usual : planSheet({ subject, modules, layout: next })
  if (!other.ok) throw tooSmall(other)
  return other
}

const ROLL = /^(\d{2,3})x(\d{2,3})(?:@(203|300))?$/

function rollOf(layout: string): { widthMm: number; heightMm: number; dpi: RollDpi } {
  const parts = ROLL.exec(layout)
  if (parts === null) {
    const text = LABEL_REFUSALS.rollLayout
    throw invalidInput([{ path: 'layout', text }])
  }
  return {
    widthMm: Number(parts[1]),
    heightMm: Number(parts[2]),
    dpi: parts[3] === '300' ? 300 : 203,
  }
}

export function tooSmall(plan: RefusedPlan | RefusedRollPlan): Problem {
  const fits = plan.fits.join(', ')
  const choose =
    fits === '' ? LAYOUT_REFUSALS.chooseLarger : fillAll(LAYOUT_REFUSALS.chooseOf, { fits })
  const mm = (value: number) => value.toFixed(2)
  const text =
    plan.reason === 'module_too_small'
      ? fillAll(LAYOUT_REFUSALS.moduleTooSmall, {
          module: mm(plan.moduleMm),
          minimum: mm(plan.minimumMm),
          choose,
        })
      : fillAll(LAYOUT_REFUSALS.noRoom, { choose })
  return new Problem({ code: 'layout_too_small', text })
}
