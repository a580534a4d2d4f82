import { basename } from 'node:path'
import { mendText } from '../../worker/lib/text/sound-text.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import type { ImportInput, ImportOutcome } from '../../worker/verbs/imports/import-report.ts'
import type { GocCommand } from '../lib/goc-command.ts'
import { say } from '../lib/say.ts'
import { UsageError } from '../lib/usage-error.ts'
import { importReportLines } from './import-report-lines.ts'
import { readBytes } from './read-bytes.ts'
import { showRowProgress } from './show-row-progress.ts'

const REFS_LISTED = 200

/** An import's outcome, with the REFs of batches where it is about batches. */
type Told = ImportOutcome & {
  readonly batches?: readonly { readonly ref: string; readonly lot: string }[]
}

type Reading<Options> = {
  readonly title: string
  readonly read: (ctx: VerbContext, file: ImportInput, options: Options) => Promise<Told>
}

export type ImportOptions = {
  readonly dryRun?: true
  readonly json?: true
  readonly convertText?: true
}

/**
 * A command that reads a file in: its file and the options that all such commands have, and what it tells
 * of what came of it. Exit codes: 0 when every row is in
 * (warnings or not), 1 when some rows were refused while the others are in, 2 when the file cannot
 * be read.
 */
export function readsFile<Options extends ImportOptions>(
  command: GocCommand,
  { title, read }: Reading<Options>,
): GocCommand {
  command
    .argument('<file>', 'tệp')
    .option('--dry-run', 'chỉ xem sẽ ghi gì, không ghi')
    .option('--json', 'in báo cáo dạng JSON')
    .option('--convert-text', 'chuyển chữ TCVN3, VNI hoặc mã hóa hai lần sang Unicode')
  return command.run(async ({ ctx }, path: string, options: Options) => {
    const file = {
      bytes: await readBytes(path),
      fileName: mendText(basename(path)),
      dryRun: options.dryRun ?? false,
      convertText: options.convertText ?? false,
      onProgress: showRowProgress('dòng'),
    }
    const outcome = await read({ ...ctx, source: 'import' }, file, options)
    if (!outcome.ok) {
      if (options.json) say(JSON.stringify({ ok: false, problem: outcome.problem }))
      throw new UsageError(outcome.problem.message)
    }
    const { report, batches } = outcome
    if (options.json) say(JSON.stringify({ ok: true, ...report, ...(batches ? { batches } : {}) }))
    else for (const line of [...importReportLines(title, report), ...refLines(batches)]) say(line)
    if (report.counts.refused === 0) return
    const rest = report.dryRun ? 'các dòng khác nhập được' : 'các dòng khác đã nhập'
    throw new Error(`${report.counts.refused} dòng bị từ chối; ${rest}.`)
  })
}

/** What batches are called from now on: labels are issued by REF. */
function refLines(batches: Told['batches']): string[] {
  if (batches === undefined || batches.length === 0) return []
  const listed = batches.slice(0, REFS_LISTED).map(({ ref, lot }) => `  ${ref}  ${lot}`)
  const rest = batches.length - listed.length
  return ['', 'Mã lô để in tem:', ...listed, ...(rest > 0 ? [`  … và ${rest} lô nữa`] : [])]
}
