import type { ImportRunDetail } from '../../../../db/queries/import-runs.ts'
import type { JobRow } from '../../../../db/queries/jobs.ts'
import type { ImportRunModel, StoppedView } from '../../../../site/models/imports.ts'
import type { FormView } from '../../../../site/models/portal-common.ts'
import type { WorkView } from '../../../../site/models/work-view.ts'
import { asSentence } from '../../../copy/as-sentence.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber } from '../../../copy/format.ts'
import { IMPORTS_COPY as W } from '../../../copy/portal/imports.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import { type Actor, actorText } from '../../../verbs/context.ts'
import type { ImportStanding } from '../../../verbs/imports/import-standing.ts'
import type { UndoReport } from '../../../verbs/imports/kept-report.ts'
import { keptReportOf } from '../../../verbs/imports/kept-report.ts'
import { workView } from '../work-view.ts'
import { mendedView } from './mend-view.ts'
import { countsLine, reportView } from './report-view.ts'
import { cutOf } from './trouble-view.ts'

type RunPart = Omit<ImportRunModel, 'kind' | 'lang' | 'demo' | 'issuer' | 'portal' | 'done'>

type Shown = {
  readonly run: ImportRunDetail
  readonly standing: ImportStanding
  readonly form: FormView
  readonly lang: Language
  /** Epoch milliseconds. */
  readonly now: number
  readonly actor: Actor
}

const NOTHING_TOLD = {
  changes: [],
  refused: [],
  refusedTotal: 0,
  warnings: [],
  warningsTotal: 0,
  totals: [],
}
const NOTHING_COUNTED = { rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0 }

/** What is taken back already, and runs from before there were states. */
const NOT_UNDONE: readonly ImportRunDetail['state'][] = ['undone', 'undoing', null]

/** Decisions recorded together are taken back on their own page. */
const UNDOABLE: readonly string[] = ['codes', 'diary', 'batches', 'protection']

const UNDO_LEADS: Readonly<Record<string, LocalText>> = {
  diary: W.undoDiaryLead,
  batches: W.undoBatchesLead,
  protection: W.undoProtectionLead,
}
const UNDONE: Readonly<Record<string, LocalText>> = {
  diary: W.undoneDiary,
  batches: W.undoneBatches,
  protection: W.undoneProtection,
}

const COMMAND_REFRESH_SECONDS = 2

/** One import for its page. */
export function runView(shown: Shown): RunPart {
  const { run, standing, form, lang, actor } = shown
  const kept = keptReportOf(run)
  const isOwn = run.actor === actorText(actor)
  const canUndo = UNDOABLE.includes(run.kind) && !NOT_UNDONE.includes(run.state)
  return {
    id: run.id,
    fileName: run.fileName,
    lines: linesOf(run, kept.undo, lang),
    work: standing.kind === 'works' ? workOf(shown, standing.job) : null,
    stopped: standing.kind === 'stopped' ? stoppedOf(shown, standing.job) : null,
    report:
      kept.changes === undefined
        ? null
        : reportView({
            report: { ...NOTHING_TOLD, ...kept },
            counts: { ...NOTHING_COUNTED, ...run.counts },
            refusedHref: isOwn
              ? `/portal/imports/uploads/${encodeURIComponent(run.id)}/refused`
              : null,
            lang,
          }),
    mended: mendedView(kept.mended ?? [], { lang, undoAction: null }),
    kept: kept.undo?.kept ?? [],
    keptCut:
      kept.undo === undefined ? null : cutOf(kept.undo.kept.length, kept.undo.keptTotal, lang),
    undoLead: (UNDO_LEADS[run.kind] ?? W.undoLead)[lang],
    undoForm: canUndo && standing.kind !== 'works' ? form : null,
  }
}

/** Rows or changes done of all, as written. */
function progressOf(run: ImportRunDetail, lang: Language) {
  return {
    done: formatNumber(run.rowsDone ?? 0, lang),
    total: formatNumber(run.rowsTotal ?? 0, lang),
  }
}

function workOf({ run, lang, now }: Shown, job: JobRow | null): WorkView {
  const [done, total] = [run.rowsDone ?? 0, run.rowsTotal ?? 0]
  const isUndoing = run.state === 'undoing'
  const isFinishing = !isUndoing && job?.total != null && job.done === job.total
  const words = isUndoing ? W.undoing : isFinishing ? W.finishing : W.running
  const text = fill(words[lang], progressOf(run, lang))
  if (job === null) {
    const refreshSeconds = COMMAND_REFRESH_SECONDS
    return { text, trouble: null, progress: { done, total }, cancel: null, refreshSeconds }
  }
  const action = `${pathOf(run)}/cancel`
  const cancel = isUndoing ? null : { action, button: W.cancel[lang] }
  return { ...workView({ job, text, lang, now, cancel }), progress: { done, total } }
}

function stoppedOf({ run, lang, actor }: Shown, job: JobRow | null): StoppedView {
  const isUndoing = run.state === 'undoing'
  // Only who handed a list in has it still; taking back needs no list.
  const canGoOn = isUndoing || (run.actor === actorText(actor) && actor.kind === 'user')
  const button = (isUndoing ? W.resumeUndo : W.resume)[lang]
  return {
    text: whyStopped(run, job, lang),
    resume: canGoOn ? { action: `${pathOf(run)}/resume`, button } : null,
  }
}

function whyStopped(run: ImportRunDetail, job: JobRow | null, lang: Language): string {
  const values = progressOf(run, lang)
  const isUndoing = run.state === 'undoing'
  const problem = job?.problem == null ? null : asSentence(job.problem[lang], lang)
  if (problem !== null) {
    return fill((isUndoing ? W.undoFailed : W.failed)[lang], { ...values, problem })
  }
  if (job?.state === 'cancelled' && job.finishedAt !== null) {
    const who = job.cancelAskedByName ?? W.operator[lang]
    return fill(W.cancelled[lang], { ...values, who, at: formatAt(job.finishedAt, lang) })
  }
  return fill((isUndoing ? W.undoCutOff : W.cutOff)[lang], values)
}

function pathOf({ id }: ImportRunDetail): string {
  return `/portal/imports/${encodeURIComponent(id)}`
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
      entries: formatNumber(undo.entriesTakenBack ?? 0, lang),
      batches: formatNumber(undo.batchesTakenBack ?? 0, lang),
      products: formatNumber(undo.productsTakenBack ?? 0, lang),
      reason: undo.reason,
    }
    lines.push(fill((UNDONE[run.kind] ?? W.undone)[lang], values))
  }
  return lines
}
