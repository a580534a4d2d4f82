import { countScanned } from '../../../db/queries/label-downloads.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatNumber } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { LABELS_COPY as W } from '../../copy/portal/labels.ts'
import type { Reading } from '../context.ts'
import type { Question } from '../errors.ts'
import { runsSharingLabels } from './exceptions-of-run.ts'
import { loadRun } from './load-run.ts'
import { rangeOf } from './range-of.ts'
import type { VoidKind } from './void-labels.ts'

const SEEN = { void: W.seenVoid, stolen: W.seenStolen, lost: W.seenLost } as const

/**
 * What follows from reporting labels, as the question that must be answered first. Its code names the
 * very labels and what happened to them: whoever changes either is asked anew.
 */
export async function voidConsequences(
  ctx: Reading,
  asked: {
    readonly runId: string
    readonly kind: Exclude<VoidKind, 'recalled'>
    readonly from?: number | undefined
    readonly to?: number | undefined
  },
): Promise<Question> {
  const { runId, kind } = asked
  const { run, batch } = await loadRun(ctx, runId, 'labels.void')
  const { from, to } = rangeOf(run, asked)
  const { unitSpace } = run
  const scanned = await countScanned(ctx.db, { unitSpace, from, to })
  // Labels of the whole batch are one code: those of every such run say it from then on.
  const isWhole = run.toSerial === 0
  const sharing = isWhole ? await runsSharingLabels(ctx.db, run) : []
  const copies = [run, ...sharing].reduce((sum, each) => sum + each.copies, 0)
  const labels = isWhole ? copies : to - from + 1
  const text = (value: number) => inEach((lang) => formatNumber(value, lang))
  const figures = {
    ...{ lot: batch.lot, seen: SEEN[kind] },
    ...{ from: text(from), to: text(to), labels: text(labels) },
    scanned: text(isWhole ? scanned.scans : scanned.labels),
  }
  return {
    code: `${kind}:${from}-${to}`,
    text: fillAll(isWhole ? W.voidWholeQuestion : W.voidQuestion, figures),
    figures: { labels, scanned: scanned.labels, scans: scanned.scans },
  }
}
