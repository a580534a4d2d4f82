import type { Command } from 'commander'
import type { ImportRun } from '../../db/queries/import-runs.ts'
import { formatAt } from '../../worker/copy/format.ts'
import { nameIn } from '../../worker/copy/names.ts'
import { IMPORT_KINDS, IMPORT_STATES } from '../../worker/copy/portal/imports.ts'
import type { UndoReport } from '../../worker/verbs/imports/kept-report.ts'
import { keptReportOf, undoReportOf } from '../../worker/verbs/imports/kept-report.ts'
import { loadImport } from '../../worker/verbs/imports/load-import.ts'
import { listImports } from '../../worker/verbs/imports/portal/list-imports.ts'
import { beginUndoImport } from '../../worker/verbs/imports/undo/begin-undo.ts'
import { countsText } from '../imports/import-report-lines.ts'
import { runJobToEnd } from '../imports/run-job-to-end.ts'
import { showRowProgress } from '../imports/show-row-progress.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { wholeNumber } from '../lib/parse-options.ts'
import { note, say } from '../lib/say.ts'

type ListOptions = { limit: number; json?: true }

/** goc imports list|show|undo */
export function register(program: Command, openContext: OpenContext): void {
  const imports = commandOf(program, openContext, 'imports').description('Các lần nhập danh sách')

  imports
    .command('list')
    .description('Xem các lần nhập, mới nhất trước')
    .option('--limit <n>', 'số lần nhập', wholeNumber, 30)
    .option('--json', 'in dạng JSON')
    .run(async ({ ctx }, { limit, json }: ListOptions) => {
      const { rows } = await listImports(ctx, { cursor: null, limit })
      if (json) return say(JSON.stringify(rows.map(printed)))
      if (rows.length === 0) note('Chưa có lần nhập nào.')
      for (const { id, kind, fileName, createdAt, state, counts } of rows) {
        const what = nameIn(IMPORT_KINDS, kind, 'vi')
        const told = [formatAt(createdAt, 'vi'), what, fileName, stateText(state), lineOf(counts)]
        say(`${id}  ${told.filter((part) => part !== '').join('  ')}`)
      }
    })

  imports
    .command('show')
    .description('Xem một lần nhập')
    .argument('<id>', 'mã lần nhập')
    .option('--json', 'in dạng JSON')
    .run(async ({ ctx }, id: string, options: { json?: true }) => {
      const run = await loadImport(ctx, id)
      const report = keptReportOf(run)
      if (options.json) return say(JSON.stringify({ ...printed(run), report }))
      say(`${run.fileName}, ${formatAt(run.createdAt, 'vi')}: ${stateText(run.state)}`)
      say(lineOf(run.counts))
      for (const { sheet, row, column, reason } of report.refused ?? []) {
        say(`  sheet "${sheet}" dòng ${row}, cột "${column}" — ${reason}`)
      }
      if (report.undo !== undefined) for (const line of undoLines(report.undo)) say(line)
    })

  imports
    .command('undo')
    .description('Hoàn tác cả một lần nhập; những gì đã sửa sau đó được giữ nguyên')
    .argument('<id>', 'mã lần nhập')
    .requiredOption('--reason <text>', 'lý do; hoàn tác nhật ký thì mọi người xem được')
    .option('--json', 'in kết quả dạng JSON')
    .run(async ({ ctx }, importId: string, options: { reason: string; json?: true }) => {
      const { reason } = options
      const { jobId } = await beginUndoImport({ ctx, input: { importId, reason } })
      const onProgress = showRowProgress('thay đổi')
      await runJobToEnd(ctx, { id: jobId, onProgress })
      const report = undoReportOf(await loadImport(ctx, importId))
      if (options.json) return say(JSON.stringify(report))
      for (const line of undoLines(report)) say(line)
    })
}

function undoLines(report: UndoReport): string[] {
  const { codesWithdrawn, sitesWithdrawn, decisionsTakenBack, kept, keptTotal, reason } = report
  const rest = keptTotal - kept.length
  const { entriesTakenBack, batchesTakenBack } = report
  const rows =
    batchesTakenBack === undefined
      ? `rút lại ${entriesTakenBack} dòng nhật ký`
      : `hủy ${batchesTakenBack} lô`
  const what =
    entriesTakenBack === undefined && batchesTakenBack === undefined
      ? `rút ${codesWithdrawn} mã và ${sitesWithdrawn} nơi, rút lại ${decisionsTakenBack} quyết định`
      : rows
  return [
    `Đã hoàn tác (${reason}): ${what}.`,
    ...kept.map((text) => `  ${text}`),
    ...(rest > 0 ? [`  … và ${rest} mục nữa được giữ nguyên`] : []),
  ]
}

function stateText(state: keyof typeof IMPORT_STATES | null): string {
  return IMPORT_STATES[state ?? 'done'].vi
}

function lineOf(counts: ImportRun['counts']): string {
  return countsText({ ...NO_COUNTS, ...counts })
}

const NO_COUNTS = { rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0 }

/** As whoever reads it by machine knows it: the counts as JSON in a text. */
function printed<R extends ImportRun>(run: R) {
  return { ...run, counts: JSON.stringify(run.counts) }
}
