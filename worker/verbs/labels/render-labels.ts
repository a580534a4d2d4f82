import { fillAll } from '../../copy/fill.ts'
import { LABEL_REFUSALS, LAYOUT_REFUSALS } from '../../copy/refusals/labels.ts'
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
  type Stock,
  sheetLayouts,
} from '../../lib/print/index.ts'
import { Problem } from '../errors.ts'
import { invalidField } from '../guard/parse-input.ts'
import {
  csvFile,
  type LabelFile,
  type LabelFormat,
  pdfFile,
  svgFile,
  zplFile,
} from './label-file.ts'
import { printSubject } from './print-subject.ts'
import type { Reprint } from './reprint.ts'
import type { RunShape } from './shape-of-run.ts'

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
  const { format, layout } = input
  const making = { made, subject }
  switch (format) {
    case 'csv':
      return csvFile(making)
    case 'pdf':
      return pdfFile(making, { plan: sheetPlan({ subject, modules, layout }) })
    case 'svg': {
      const plan = planSvg({ subject, modules })
      if (!plan.ok) throw tooSmall(plan)
      return svgFile(making, plan)
    }
    case 'zpl': {
      const plan = planRoll({ subject, modules, ...rollOf(layout ?? DEFAULT_ROLL) })
      if (!plan.ok) throw tooSmall(plan)
      return zplFile(making, plan)
    }
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
  if (format === 'pdf') {
    return pdfFile({ made, subject }, { plan: stockPlan(made, { stock, subject }), cutMarks })
  }
  const plan = planRoll({ ...stock, dpi, subject, modules: qrSide(made.longestUrl) })
  if (!plan.ok) throw tooSmall(plan)
  return zplFile({ made, subject }, plan)
}

/** Why labels of a run cannot be made on a stock; null where they can. Nothing is signed for it. */
export function misfitOn(
  shape: Omit<RunShape, 'subjectOf'>,
  {
    stock,
    format,
    dpi,
  }: { readonly stock: Stock; readonly format: 'pdf' | 'zpl'; readonly dpi: RollDpi },
): RefusedPlan['reason'] | null {
  const subject = printSubject(shape)
  const modules = qrSide(shape.longestUrl)
  const plan =
    format === 'pdf'
      ? planLayout({ layout: layoutOfStock(stock), subject, modules })
      : planRoll({ ...stock, dpi, subject, modules })
  return plan.ok ? null : plan.reason
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

function sheetPlan(input: { subject: PrintSubject; modules: number; layout: string | undefined }) {
  const { subject, modules, layout } = input
  if (layout !== undefined) {
    const known = layoutOf(layout)
    if (known === null) {
      const text = fillAll(LABEL_REFUSALS.layout, { list: Object.keys(sheetLayouts).join(', ') })
      throw invalidField('layout', text)
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
  if (parts === null) throw invalidField('layout', LABEL_REFUSALS.rollLayout)
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
