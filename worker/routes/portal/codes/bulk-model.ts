import type { ImportRun } from '../../../../db/queries/import-runs.ts'
import type { BulkPreviewModel, BulkRunModel } from '../../../../site/models/bulk-decisions.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { OUTCOME_NAMES, BULK_COPY as W } from '../../../copy/portal/bulk.ts'
import type { RowOutcome } from '../../../domain/codes/bulk-outcomes.ts'
import type { CodeStatus } from '../../../domain/standing/types.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { PlannedDecision } from '../../../verbs/codes/bulk/plan-decisions.ts'
import type { BulkPreview } from '../../../verbs/codes/bulk/show-preview.ts'
import type { showRun } from '../../../verbs/codes/bulk/show-run.ts'
import { keptReportOf } from '../../../verbs/imports/kept-report.ts'

type Own<M> = Omit<
  M,
  'lang' | 'demo' | 'issuer' | 'portal' | 'kind' | 'id' | 'form' | 'done' | 'oldText'
>

/** Rows of a list that one page shows. */
const SHOWN = 500

/** The page of a preview: totals, what stands in the way, what would be recorded. */
export function previewPart(preview: BulkPreview, lang: Language): Own<BulkPreviewModel> {
  const { decisions } = preview
  const ready = decisions.filter(({ outcome }) => outcome === 'ready')
  const others = decisions.filter(({ outcome }) => outcome !== 'ready')
  const unusual = ready.filter((each) => each.unusual)
  return {
    fileName: nameOf(preview.fileName, lang),
    totals: totalsOf(decisions, lang),
    ready: ready.length,
    problems: others.slice(0, SHOWN).map((each) => problemCells(each, lang)),
    // What is unusual stands first: a list of hundreds is looked at from its head.
    decisions: [...unusual, ...ready.filter((each) => !each.unusual)]
      .slice(0, SHOWN)
      .map((each) => decisionCells(each, lang)),
    cut: others.length > SHOWN || ready.length > SHOWN,
    unusual: unusual.length === 0 ? [] : [fill(W.unusual[lang], { count: unusual.length })],
  }
}

/** The page of a run that was recorded. */
export function runPart(
  { run, decisions }: Awaited<ReturnType<typeof showRun>>,
  lang: Language,
): Own<BulkRunModel> {
  const { changed = 0 } = run.counts
  const lines = [
    fill(W.runLine[lang], { count: changed, at: formatAt(run.createdAt, lang) }),
    run.undoneAt === null ? null : fill(W.undoneLine[lang], { at: formatAt(run.undoneAt, lang) }),
  ]
  return {
    fileName: nameOf(run.fileName, lang),
    lines: lines.filter((line) => line !== null),
    problems: (keptReportOf(run).others ?? []).map(({ row, typed, outcome, note }) => [
      { text: typed, code: true, small: `${W.row[lang]} ${row}` },
      { text: OUTCOME_NAMES[outcome][lang], small: note },
    ]),
    rows: decisions.map((decision) => [
      {
        ...{ text: decision.code, code: true, small: decision.siteName },
        href: `/portal/codes/${encodeURIComponent(decision.code)}`,
      },
      { text: marketName(decision.market, lang) },
      { text: '', status: decision.status },
      { text: formatOn(decision.effectiveOn, lang) },
    ]),
    cut: changed > decisions.length,
    mayUndo: run.state === 'done' && changed > 0,
  }
}

/** One run in the list of latest runs. */
export function runCells(run: ImportRun, lang: Language): TableCell[] {
  const { changed = 0 } = run.counts
  return [
    { text: nameOf(run.fileName, lang), href: `/portal/codes/bulk/${run.id}` },
    { text: formatAt(run.createdAt, lang), small: run.actorName },
    { text: String(changed), small: run.undoneAt === null ? null : W.undone[lang] },
  ]
}

function nameOf(fileName: string, lang: Language): string {
  return fileName === '' ? W.pasted[lang] : fileName
}

function totalsOf(decisions: readonly PlannedDecision[], lang: Language) {
  const counts = new Map<RowOutcome, number>()
  for (const { outcome } of decisions) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return (Object.keys(OUTCOME_NAMES) as RowOutcome[]).flatMap((outcome) => {
    const count = counts.get(outcome)
    return count === undefined ? [] : [{ label: OUTCOME_NAMES[outcome][lang], count }]
  })
}

function problemCells({ asked, outcome, note, target }: PlannedDecision, lang: Language) {
  return [
    { text: target?.code ?? asked.typed, code: true, small: `${W.row[lang]} ${asked.row}` },
    { text: asked.market === null ? '' : marketName(asked.market, lang) },
    { text: OUTCOME_NAMES[outcome][lang], small: note },
  ]
}

function decisionCells(planned: PlannedDecision, lang: Language): TableCell[] {
  const { asked, target, before, note } = planned
  return [
    { text: target?.code ?? asked.typed, code: true, small: target?.siteName ?? null },
    { text: marketName(asked.market ?? '', lang) },
    { text: '', status: before },
    { text: '', status: (asked.status ?? 'none') as CodeStatus, small: note },
    { text: formatOn(asked.effectiveOn ?? '', lang), small: asked.documentNo },
    { text: asked.reason ?? '' },
  ]
}
