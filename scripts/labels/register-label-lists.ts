import { listStandingExceptions } from '../../db/queries/exceptions.ts'
import { listRuns } from '../../db/queries/runs.ts'
import { formatAt, formatOn } from '../../worker/copy/format.ts'
import { loadBatch } from '../../worker/verbs/batches/load-batch.ts'
import { type BatchException, listExceptions } from '../../worker/verbs/labels/show-exceptions.ts'
import { toRunView } from '../../worker/verbs/labels/show-run.ts'
import type { GocCommand } from '../lib/goc-command.ts'
import { OF_ORGANISATION, type OfOrganisation, refOf } from '../lib/ref-of.ts'
import { note, say } from '../lib/say.ts'
import { kindText } from './kind-text.ts'

/** goc labels list|exceptions */
export function registerLabelLists(labels: GocCommand): void {
  registerList(labels)
  registerExceptions(labels)
}

function registerList(labels: GocCommand): void {
  labels
    .command('list')
    .description('Xem các đợt in của một lô')
    .requiredOption('--batch <ref>', 'mã lô hoặc số lô')
    .option(...OF_ORGANISATION)
    .option('--json', 'in dạng JSON')
    .run(async ({ ctx }, options: { batch: string; json?: true } & OfOrganisation) => {
      const ref = await refOf(ctx, options.batch, options)
      const batch = await loadBatch(ctx, ref, 'batches.write')
      const runs = await listRuns(ctx.db, batch.id)
      const exceptions = await listStandingExceptions(ctx.db, batch.id)
      const views = runs.map((run) => toRunView(run, batch.ref))
      if (options.json) return say(JSON.stringify({ runs: views, exceptions }))
      if (runs.length === 0) say(`Lô ${batch.ref} chưa có tem.`)
      for (const run of views) {
        const range = run.toSerial === 0 ? 'tem cả lô' : `tem ${run.fromSerial}–${run.toSerial}`
        say(
          `${run.id}  ${range}  ${run.profile}  khóa ${run.kid}  ${formatAt(run.createdAt, 'vi')}`,
        )
      }
      for (const row of exceptions) {
        const range =
          row.runId === null ? 'cả lô' : `tem ${row.fromSerial}–${row.toSerial} đợt ${row.runId}`
        say(`  ${row.id}  ${kindText(row.kind)}: ${range}, từ ${row.effectiveOn}`)
      }
    })
}

function registerExceptions(labels: GocCommand): void {
  labels
    .command('exceptions')
    .description('Xem các lần thu hồi, hủy, báo mất của một lô; --all kể cả đã rút lại')
    .requiredOption('--batch <ref>', 'mã lô hoặc số lô')
    .option(...OF_ORGANISATION)
    .option('--all', 'kể cả những gì đã rút lại')
    .option('--json', 'in dạng JSON')
    .run(async ({ ctx }, options: { batch: string; all?: true; json?: true } & OfOrganisation) => {
      const ref = await refOf(ctx, options.batch, options)
      const rows = await listExceptions(ctx, { ref, all: options.all === true })
      if (options.json) return say(JSON.stringify(rows))
      if (rows.length === 0) note(`Lô ${ref} không có gì bị thu hồi hay hủy.`)
      for (const row of rows) say(exceptionLine(row))
    })
}

function exceptionLine(row: BatchException): string {
  const { id, kind, runId, from, to, effectiveOn, reason, documentNo, takesBack, holds } = row
  const range = runId === null ? 'cả lô' : `tem ${from}–${to} đợt ${runId}`
  const state = holds ? '' : takesBack === null ? 'đã rút lại' : `rút lại ${takesBack}`
  const what = `${kindText(kind)}: ${range}, từ ${formatOn(effectiveOn, 'vi')}`
  return [id, what, reason, documentNo, state]
    .filter((part) => part !== null && part !== '')
    .join('  ')
}
