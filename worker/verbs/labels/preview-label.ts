import { CROCKFORD } from '../../domain/label/base32.ts'
import { SAMPLE_PATH } from '../../domain/label/sample-path.ts'
import { renderPdf, renderSvg, type Stock } from '../../lib/print/index.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import type { LabelCodes } from './choose-profile.ts'
import { codesOf } from './codes-of.ts'
import { warningText } from './label-file.ts'
import { prospectOf, type Wanted } from './plan-issue.ts'
import { printSubject } from './print-subject.ts'
import { stockPlan } from './render-labels.ts'
import type { Reprint } from './reprint.ts'

/** How a label will look: a drawing in millimetres, and what gave way; or why it does not fit. */
export type LabelPreview =
  | {
      readonly ok: true
      readonly svg: string
      readonly warnings: readonly string[]
      /** All that the label says, line after line. */
      readonly printed: string
      readonly codes: LabelCodes
    }
  | { readonly ok: false; readonly text: LocalText }

/**
 * A label as it would be printed on a stock, saying that it is a sample: its code leads to a page that
 * says so, and is as dense as the real one. Null where something else stands in the way of printing.
 */
export async function previewLabel(
  ctx: VerbContext,
  { wanted, stock }: { readonly wanted: Wanted; readonly stock: Stock },
): Promise<LabelPreview | null> {
  const prospect = await prospectOf(ctx, wanted)
  if (prospect === null) return null
  const subject = printSubject({ ...prospect, sample: true })
  try {
    const plan = stockPlan(prospect, { stock, subject })
    const [label] = sampleLabels(prospect, { ctx, count: 1 })
    if (label === undefined) return null
    const warnings = [...new Set(plan.warnings.map(warningText))]
    const printed = plan.sticker.texts.map(({ text }) => text).join(' ')
    const codes = codesOf(prospect.document)
    return { ok: true, svg: renderSvg(label, subject, plan), warnings, printed, codes }
  } catch (error) {
    if (error instanceof Problem && error.code === 'layout_too_small') {
      return { ok: false, text: error.text }
    }
    throw error
  }
}

/** One page of samples on a stock, to try the printer with; null as above. */
export async function sampleSheet(
  ctx: VerbContext,
  { wanted, stock }: { readonly wanted: Wanted; readonly stock: Stock },
): Promise<AsyncGenerator<Uint8Array> | null> {
  const prospect = await prospectOf(ctx, wanted)
  if (prospect === null) return null
  const subject = printSubject({ ...prospect, sample: true })
  const plan = stockPlan(prospect, { stock, subject })
  const count = stock.kind === 'roll' ? 1 : stock.columns * stock.rows
  const labels = async function* () {
    yield sampleLabels(prospect, { ctx, count })
  }
  return renderPdf({ plan, subject, labels: labels() })
}

/** Of no label: real ones are as likely as any other, and nobody confirms a sample. */
const SAMPLE_PIN = '000000'

/** Labels as long as the longest of the run, filled up with letters that make no pattern. */
function sampleLabels(
  { longestUrl, run }: Reprint,
  { ctx, count }: { readonly ctx: VerbContext; readonly count: number },
) {
  const start = `${ctx.labelOrigin}/${SAMPLE_PATH}/`
  const filling = (serial: number) => {
    let state = serial
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return CROCKFORD[state >>> 27] ?? '0'
    }
    return Array.from({ length: longestUrl - start.length }, next).join('')
  }
  return Array.from({ length: count }, (_, at) => ({
    serial: at + 1,
    url: `${start}${filling(at + 1)}`,
    ...(run.hasPin ? { pin: SAMPLE_PIN } : {}),
  }))
}
