import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { VerbContext } from '../../worker/verbs/context.ts'
import type { ImportInput, ImportOutcome } from '../../worker/verbs/imports/import-report.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { runCommand } from '../lib/run-command.ts'
import { say } from '../lib/say.ts'
import { UsageError } from '../lib/usage-error.ts'
import { importReportLines } from './import-report-lines.ts'

export type ImportOptions = { readonly dryRun?: true; readonly json?: true }

/**
 * Runs an import command on a file and tells what came of it. Exit codes: 0 when every row is in
 * (warnings or not), 1 when some rows were refused while the others are in, 2 when the file cannot
 * be read.
 */
export function runImportCommand(
  openContext: OpenContext,
  input: {
    readonly path: string
    readonly title: string
    readonly options: ImportOptions
    readonly run: (ctx: VerbContext, file: ImportInput) => Promise<ImportOutcome>
  },
): Promise<void> {
  const { path, title, options, run } = input
  return runCommand(openContext, async ({ ctx }) => {
    const file = {
      bytes: await readBytes(path),
      fileName: basename(path),
      dryRun: options.dryRun ?? false,
      onProgress: showProgress(),
    }
    const outcome = await run({ ...ctx, source: 'import' }, file)
    if (!outcome.ok) {
      if (options.json) say(JSON.stringify({ ok: false, problem: outcome.problem }))
      throw new UsageError(outcome.problem.message)
    }
    const { report } = outcome
    if (options.json) say(JSON.stringify({ ok: true, ...report }))
    else for (const line of importReportLines(title, report)) say(line)
    if (report.counts.refused === 0) return
    const rest = report.dryRun ? 'các dòng khác nhập được' : 'các dòng khác đã nhập'
    throw new Error(`${report.counts.refused} dòng bị từ chối; ${rest}.`)
  })
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path))
  } catch {
    throw new UsageError(`Không đọc được tệp “${path}”; hãy kiểm tra tên và quyền đọc.`)
  }
}

/** Tells on a terminal how far the rows are; silent when nobody is looking. */
function showProgress(): NonNullable<ImportInput['onProgress']> {
  if (!process.stderr.isTTY) return () => undefined
  return ({ done, total }) => {
    process.stderr.write(done < total ? `\r${done}/${total} dòng` : '\r\x1b[K')
  }
}
