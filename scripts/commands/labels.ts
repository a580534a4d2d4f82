import type { Command } from 'commander'
import { issueLabels } from '../../worker/verbs/labels/issue-labels.ts'
import { LABEL_FORMATS, type LabelFormat } from '../../worker/verbs/labels/label-file.ts'
import { noteDownload } from '../../worker/verbs/labels/note-download.ts'
import { checkLayout } from '../../worker/verbs/labels/plan-issue.ts'
import { renderLabels } from '../../worker/verbs/labels/render-labels.ts'
import { type Reprint, reprint } from '../../worker/verbs/labels/reprint.ts'
import { toRunView } from '../../worker/verbs/labels/show-run.ts'
import { VOID_KINDS, type VoidKind, voidLabels } from '../../worker/verbs/labels/void-labels.ts'
import { withdrawException } from '../../worker/verbs/labels/withdraw-exception.ts'
import { kindText } from '../labels/kind-text.ts'
import { registerLabelLists } from '../labels/register-label-lists.ts'
import { commandOf, type GocCommand } from '../lib/goc-command.ts'
import type { CommandContext, OpenContext } from '../lib/open-context.ts'
import { type Output, openOutput } from '../lib/output-file.ts'
import { wholeNumber } from '../lib/parse-options.ts'
import { progress } from '../lib/progress.ts'
import { OF_ORGANISATION, type OfOrganisation, refOf } from '../lib/ref-of.ts'
import { note, say } from '../lib/say.ts'
import { sayWhenStopped } from '../lib/say-when-stopped.ts'
import { UsageError } from '../lib/usage-error.ts'

type FileOptions = { format: LabelFormat; layout?: string; out?: string; force?: true }
type RangeOptions = { run: string; from?: number; to?: number }

/** goc labels issue|list|exceptions|void|restore|reprint */
export function register(program: Command, openContext: OpenContext): void {
  const labels = commandOf(program, openContext, 'labels').description('In, hủy và in lại tem')
  registerIssue(labels)
  registerReprint(labels)
  registerVoid(labels)
  registerLabelLists(labels)
}

function withFile(command: GocCommand): GocCommand {
  return command
    .oneOf('--format <format>', 'loại tệp', LABEL_FORMATS, 'csv')
    .option(
      '--layout <layout>',
      'pdf: 65, 24 hoặc 8 tem một tờ; zpl: RỘNGxCAO mm, thêm @300 nếu máy 300 dpi',
    )
    .option('--out <file>', 'tệp ghi ra; “-” là màn hình')
    .option('--force', 'ghi đè tệp đã có')
}

function withRange(command: GocCommand): GocCommand {
  return command
    .requiredOption('--run <id>', 'mã đợt in')
    .option('--from <n>', 'từ số', wholeNumber)
    .option('--to <n>', 'đến số', wholeNumber)
}

type IssueOptions = FileOptions &
  OfOrganisation & {
    batch: string
    count?: number
    wholeBatch?: true
    copies?: number
    pin?: true
    profile: 'compact' | 'full' | 'gs1'
    confirm?: string[]
    json?: true
  }

function registerIssue(labels: GocCommand): void {
  withFile(
    labels.command('issue').description('In một đợt tem mới; đợt đầu tiên khóa thông tin của lô'),
  )
    .requiredOption('--batch <ref>', 'mã lô hoặc số lô')
    .option(...OF_ORGANISATION)
    .option('--count <n>', 'số tem; với --whole-batch là số bản của tem cả lô', wholeNumber)
    .option('--whole-batch', 'tem chung cho cả lô')
    .option('--copies <n>', 'mỗi tem mấy bản', wholeNumber)
    .option('--pin', 'mỗi tem một mã dưới lớp phủ cào; mã in ra tệp, không lưu')
    .oneOf('--profile <profile>', 'dạng tem', ['compact', 'full', 'gs1'], 'full')
    .option('--confirm <code...>', 'điều đã xem lại và đúng, như more_than_harvested, packed_ahead')
    .option('--json', 'kết quả dạng JSON')
    .run(issue)
}

async function issue({ ctx }: CommandContext, options: IssueOptions): Promise<void> {
  const { profile, wholeBatch, count } = options
  if (wholeBatch === undefined && count === undefined)
    throw new UsageError('Cần --count N hoặc --whole-batch.')
  if (count === 0 || options.copies === 0) throw new UsageError('Số tem và số bản ít nhất là 1.')
  const copies = options.copies ?? (wholeBatch ? count : undefined) ?? 1
  const asked = wholeBatch ? { wholeBatch: true as const } : { count: count ?? 0 }
  const ref = await refOf(ctx, options.batch, options)
  const output = await openGiven(options)
  try {
    await checkLayout({ ctx, input: { ...options, ref, count: wholeBatch ? 0 : (count ?? 0) } })
    const { confirm = [], pin = false } = options
    const issued = await issueLabels({
      ctx,
      input: { ref, profile, copies, confirm, pin, ...asked },
    })
    const { run, fallback, warnings } = issued
    const finished = sayWhenStopped(
      `Đợt in ${run.id} đã được ghi; in ra tệp: npm run goc -- labels reprint --run ${run.id} --out …`,
    )
    if (fallback !== null) note(`Lưu ý: ${fallback.reason.vi}`)
    for (const { text } of warnings) note(`Lưu ý: ${text.vi}`)
    const made = await reprint({ ctx, input: { runId: run.id } })
    const file = await writeLabels(ctx, made, { ...options, output })
    finished()
    const view = { run: toRunView(run, issued.ref), fallback, warnings, file }
    const told = options.json
      ? JSON.stringify(view)
      : `Đợt in ${run.id}: ${countText(made)} của lô ${issued.ref}, dạng ${run.profile}, khóa ${run.kid}${file === '-' ? '' : ` → ${file}`}`
    if (file === '-') note(told)
    else say(told)
  } catch (error) {
    await output?.discard()
    throw error
  }
}

function registerReprint(labels: GocCommand): void {
  withFile(withRange(labels.command('reprint').description('In lại tem, giống hệt lần đầu')))
    .option('--copies <n>', 'mỗi tem mấy bản', wholeNumber)
    .run(async ({ ctx }, options: RangeOptions & FileOptions & { copies?: number }) => {
      const { run: runId, from, to, copies } = options
      const made = await reprint({ ctx, input: { runId, from, to, copies } })
      for (const { from: a, to: b, kind } of made.skipped)
        note(`Bỏ qua tem ${a} đến ${b} (${kindText(kind)}).`)
      const output = await openGiven(options)
      const file = await writeLabels(ctx, made, { ...options, output })
      const told = `In lại ${countText(made)} của đợt ${runId}${file === '-' ? '' : ` → ${file}`}`
      if (file === '-') note(told)
      else say(told)
    })
}

function registerVoid(labels: GocCommand): void {
  withRange(labels.command('void').description('Hủy tem, hoặc báo mất, bị trộm, thu hồi'))
    .oneOf('--kind <kind>', 'việc đã xảy ra', VOID_KINDS, 'void')
    .option('--reason <text>', 'lý do', 'Hủy theo lệnh của người vận hành')
    .option('--document <no>', 'số văn bản')
    .run(
      async (
        { ctx },
        options: RangeOptions & { kind: VoidKind; reason: string; document?: string },
      ) => {
        const { run: runId, from, to, kind, reason, document } = options
        const input = { runId, from, to, kind, reason, documentNo: document ?? null }
        const done = await voidLabels({ ctx, input })
        say(
          `Đã ghi ${kindText(kind)} tem ${done.from} đến ${done.to} của đợt ${runId}. Mã ghi nhận: ${done.id}`,
        )
        if (done.sharedWith.length > 0) {
          note(
            `Tem cả lô của đợt ${done.sharedWith.join(', ')} cùng một mã nên cũng bị ghi như vậy.`,
          )
        }
      },
    )

  labels
    .command('restore')
    .description('Rút lại một ghi nhận hủy, mất, trộm')
    .requiredOption('--exception <id>', 'mã ghi nhận')
    .option('--reason <text>', 'lý do', 'Rút lại theo lệnh của người vận hành')
    .run(async ({ ctx }, options: { exception: string; reason: string }) => {
      await withdrawException({
        ctx,
        input: { exceptionId: options.exception, reason: options.reason },
      })
      say(`Đã rút lại ghi nhận ${options.exception}.`)
    })
}

async function writeLabels(
  ctx: CommandContext['ctx'],
  made: Reprint,
  options: FileOptions & { output: Output | null },
): Promise<string> {
  const bar = progress(made.total)
  const counted: Reprint = {
    ...made,
    labels: async function* () {
      for await (const chunk of made.labels()) {
        bar.add(chunk.length)
        yield chunk
      }
    },
  }
  const file = renderLabels(counted, options)
  for (const warning of file.warnings) note(`Lưu ý: ${warning}`)
  const path = outPath(options) ?? file.fileName
  const output = options.output ?? (await openOutput(path, options))
  const { format, layout } = options
  await noteDownload(ctx, { made, format, stock: layout ?? null })
  await output.write(file.chunks())
  bar.end()
  return path
}

async function openGiven(options: FileOptions): Promise<Output | null> {
  const path = outPath(options)
  return path === null ? null : openOutput(path, options)
}

/** Labels as SVG come many in one zip, which opens only under its own name. */
function outPath({ format, out }: FileOptions): string | null {
  if (out === undefined) return null
  return format === 'svg' ? out.replace(/\.svg$/i, '.zip') : out
}

function countText(made: Reprint): string {
  const { from, to } = made.range
  if (to === 0) return `${made.total} bản tem cả lô`
  return `${made.total.toLocaleString('vi-VN')} tem (số ${from} đến ${to})`
}
