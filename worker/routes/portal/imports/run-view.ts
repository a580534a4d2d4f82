import type { ImportRunDetail } from '../../../../db/queries/import-runs.ts'
import type { ImportRunModel } from '../../../../site/models/imports.ts'
import type { FormView } from '../../../../site/models/portal-common.ts'
import type { Language } from '../../../domain/text.ts'
import { fill } from '../../../domain/words/fill.ts'
import { formatAt, formatNumber } from '../../../domain/words/format.ts'
import { IMPORTS_WORDS as W } from '../../../domain/words/portal/imports-words.ts'
import { type Actor, actorText } from '../../../verbs/context.ts'
import type { ImportCounts } from '../../../verbs/imports/import-report.ts'
import { isCutOff } from '../../../verbs/imports/portal/import-standing.ts'
import type { StoredReport } from '../../../verbs/imports/stored-report.ts'
import type { UndoReport } from '../../../verbs/imports/undo/undo-import.ts'
import { countsLine, cutOf, reportView } from './report-view.ts'

type RunPart = Omit<ImportRunModel, 'kind' | 'lang' | 'demo' | 'issuer' | 'portal' | 'done'>

const REFRESH_SECONDS = 2

/** One import for its page. */
export function runView(input: {
  readonly run: ImportRunDetail
  readonly form: FormView
  readonly lang: Language
  /** Epoch milliseconds. */
  readonly now: number
  readonly actor: Actor
}): RunPart {
  const { run, form, lang, now, actor } = input
  const path = `/portal/imports/${encodeURIComponent(run.id)}`
  const kept = JSON.parse(run.report ?? '{}') as Partial<StoredReport> & { undo?: UndoReport }
  const cutOff = isCutOff(run, now)
  const works = !cutOff && (run.state === 'running' || run.state === 'undoing')
  const [done, total] = [run.rowsDone ?? 0, run.rowsTotal ?? 0]
  const values = { done: formatNumber(done, lang), total: formatNumber(total, lang) }
  const isUndoing = run.state === 'undoing'
  const canUndo = run.kind === 'codes' && (run.state === 'done' || run.state === 'failed')
  const isOwn = run.actor === actorText(actor)
  return {
    id: run.id,
    fileName: run.fileName,
    lines: linesOf(run, kept.undo, lang),
    progress: works
      ? { text: fill((isUndoing ? W.undoing : W.running)[lang], values), done, total }
      : null,
    // Only who handed a list in has it still; taking back needs no list.
    cutOff:
      cutOff && (isUndoing || isOwn)
        ? {
            text: fill((isUndoing ? W.undoCutOff : W.cutOff)[lang], values),
            action: `${path}/resume`,
            button: (isUndoing ? W.resumeUndo : W.resume)[lang],
          }
        : null,
    refreshSeconds: works ? REFRESH_SECONDS : null,
    report:
      kept.changes === undefined
        ? null
        : reportView({
            report: kept as StoredReport,
            counts: JSON.parse(run.counts) as ImportCounts,
            refusedHref: isOwn
              ? `/portal/imports/uploads/${encodeURIComponent(run.id)}/refused`
              : null,
            lang,
          }),
    kept: kept.undo?.kept ?? [],
    keptCut:
      kept.undo === undefined ? null : cutOf(kept.undo.kept.length, kept.undo.keptTotal, lang),
    undoForm: canUndo ? form : null,
  }
}

function linesOf(
  run: ImportRunDetail,
  undo: UndoReport | undefined,
  lang: Language,
): readonly string[] {
  const who = run.actorName ?? W.operator[lang]
  const lines = [fill(W.by[lang], { who, at: formatAt(run.createdAt, lang) })]
  if (run.finishedAt !== null) {
    lines.push(fill(W.done[lang], { at: formatAt(run.finishedAt, lang) }))
  }
  lines.push(`${countsLine(run.counts, lang)}.`)
  if (run.undoneAt !== null && undo !== undefined) {
    const values = {
      who: run.undoneByName ?? W.operator[lang],
      at: formatAt(run.undoneAt, lang),
      codes: formatNumber(undo.codesWithdrawn, lang),
      sites: formatNumber(undo.sitesWithdrawn, lang),
      decisions: formatNumber(undo.decisionsTakenBack, lang),
      reason: undo.reason,
    }
    lines.push(fill(W.undone[lang], values))
  }
  return lines
}
