import type { Command } from 'commander'
import { readCodeEvents } from '../../db/queries/code-register.ts'
import { formatOn } from '../../worker/copy/format.ts'
import { marketName } from '../../worker/copy/markets.ts'
import { CODE_STATUS_NAMES, codeStatusName, nameIn } from '../../worker/copy/names.ts'
import { REISSUE_REASONS } from '../../worker/domain/codes/reissue-reasons.ts'
import {
  answerAll,
  NEAR_ANSWERS,
  type NearAnswers,
} from '../../worker/domain/lists/records/near-answers.ts'
import { parseMarkets } from '../../worker/domain/lists/vocabulary/markets.ts'
import { findRegisterCode } from '../../worker/verbs/codes/find-register-code.ts'
import { recordCodeStatus } from '../../worker/verbs/codes/record-code-status.ts'
import { rebuildRegisterEntries } from '../../worker/verbs/codes/refresh-register-entries.ts'
import { type ReissueInput, reissueCode } from '../../worker/verbs/codes/reissue-code.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import { importCodes } from '../../worker/verbs/imports/import-codes.ts'
import type { ImportInput } from '../../worker/verbs/imports/import-report.ts'
import type { CodeListDefaults } from '../../worker/verbs/imports/read-code-list.ts'
import { tellHolders } from '../../worker/verbs/imports/tell-holders.ts'
import { type ImportOptions, readsFile } from '../imports/run-import-command.ts'
import { commandOf } from '../lib/goc-command.ts'
import { loadAdministrativeUnits } from '../lib/load-administrative-units.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { note, say } from '../lib/say.ts'
import { UsageError } from '../lib/usage-error.ts'

type StatusOptions = {
  market: string
  set: string
  from: string
  reason: string
  document: string
  wordingVi?: string
  wordingEn?: string
  wordingZh?: string
  amends?: string
  mistake?: true
  expectLast?: string
  json?: true
}

type CodeImportOptions = ImportOptions & {
  readonly province?: string
  readonly market?: string
  /** True where no answer was written. */
  readonly confirm?: string | true
}

type ReissueOptions = {
  market: string[]
  from: string
  document: string
  why: string
  reason: string
  oldEnds?: string[]
  confirm?: true
}

/** goc codes import|status|reissue|reindex|show */
export function register(program: Command, openContext: OpenContext): void {
  const codes = commandOf(program, openContext, 'codes').description(
    'Sổ mã số vùng trồng, cơ sở đóng gói',
  )

  const importing = codes
    .command('import')
    .description('Nhập danh sách mã số từ tệp Excel (.xlsx) hoặc CSV; nhập lại không ghi đôi')
  readsFile(importing, { title: 'Danh sách mã số', read: readCodes })
    .option('--province <name>', 'tỉnh, nếu danh sách chỉ ghi ở tiêu đề')
    .option('--market <market>', 'thị trường, nếu danh sách chỉ ghi ở tiêu đề')
    .option(
      '--confirm [answer]',
      'tên, mã gần giống trong sổ: “same” là một, “new” (mặc định) là mới; không ghi thì các dòng đó chưa được nhập',
    )

  codes
    .command('status')
    .description('Ghi quyết định về một mã số cho một thị trường')
    .argument('<code>', 'mã số')
    .requiredOption('--market <market>', 'thị trường: VNM, CHN, USA, EU…')
    .requiredOption(
      '--set <status>',
      'active, suspended, revoked, cancelled, expired, pending_foreign_approval',
    )
    .requiredOption('--from <date>', 'ngày hiệu lực, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'lý do')
    .requiredOption('--document <no>', 'số văn bản')
    .option('--wording-vi <text>', 'lời công bố tiếng Việt')
    .option('--wording-en <text>', 'lời công bố tiếng Anh')
    .option('--wording-zh <text>', 'lời công bố tiếng Trung')
    .option('--amends <id>', 'quyết định được sửa')
    .option('--mistake', 'quyết định được sửa đã ghi nhầm; cần để sửa một lần thu hồi hoặc hủy')
    .option('--expect-last <id>', 'quyết định cuối cùng đã xem; “none” nếu chưa có')
    .option('--json', 'in kết quả dạng JSON')
    .run(async ({ ctx }, code: string, options: StatusOptions) => {
      const result = await recordCodeStatus({ ctx, input: { code, ...statusFields(options) } })
      if (options.json) return say(JSON.stringify(result))
      for (const warning of result.warnings) note(warning)
      const market = marketName(result.market, 'vi')
      const today = codeStatusName(result.after, 'vi')
      say(
        result.recorded
          ? `Đã ghi quyết định ${result.eventId} về mã ${result.code}, ${market}. Hôm nay: ${today}.`
          : `Quyết định này đã có (${result.eventId}), không có gì thay đổi. Hôm nay: ${today}.`,
      )
    })

  codes
    .command('reissue')
    .description('Cấp mã mới thay một mã; mã cũ hết hiệu lực ở từng thị trường')
    .argument('<old>', 'mã cũ')
    .argument('<code>', 'mã mới')
    .requiredOption('--market <market...>', 'thị trường của mã mới; mã bắt đầu “đang hoạt động”')
    .requiredOption('--from <date>', 'ngày cấp, cũng là ngày mã mới bắt đầu')
    .requiredOption('--document <no>', 'số văn bản')
    .requiredOption('--why <kind>', `${REISSUE_REASONS.join(', ')}`)
    .requiredOption('--reason <text>', 'lý do')
    .option(
      '--old-ends <market=date...>',
      'ngày mã cũ hết hiệu lực ở một thị trường; không ghi là ngày mã mới bắt đầu',
    )
    .option('--confirm', 'vẫn cấp khi có điều cần xem lại')
    .run(async ({ ctx }, old: string, code: string, options: ReissueOptions) => {
      const result = await reissueCode({ ctx, input: reissueFields(old, code, options) })
      for (const warning of result.warnings) note(warning)
      say(`Đã cấp mã ${result.code} thay ${old}.`)
    })

  codes
    .command('reindex')
    .description('Lập lại chỉ mục tra cứu của sổ công khai')
    .run(async ({ ctx }) => {
      const count = await rebuildRegisterEntries(ctx.db)
      say(`Đã lập lại chỉ mục của ${count.toLocaleString('vi-VN')} mã số.`)
    })

  codes
    .command('show')
    .description('Xem các quyết định về một mã số')
    .argument('<code>', 'mã số')
    .run(async ({ ctx }, typed: string) => {
      const { code } = await findRegisterCode(ctx.db, typed)
      say(code.code)
      for (const event of await readCodeEvents(ctx.db, code.id)) {
        const { id, market, status, effectiveOn, documentNo, amendsId } = event
        const name = nameIn(CODE_STATUS_NAMES, status, 'vi')
        const amends = amendsId === null ? '' : `, sửa ${amendsId}`
        say(
          `${id}  ${market}  ${formatOn(effectiveOn, 'vi')}  ${name}  ${documentNo ?? ''}${amends}`,
        )
      }
    })
}

async function readCodes(ctx: VerbContext, file: ImportInput, options: CodeImportOptions) {
  const defaults = defaultsOf(options)
  await loadAdministrativeUnits(ctx.db)
  const answers = answersOf(options.confirm)
  const input = { ...file, answers, ...(defaults === null ? {} : { defaults }) }
  const outcome = await importCodes({ ctx, input })
  const importId = outcome.ok ? outcome.report.importId : null
  if (importId !== null) {
    await tellHolders(ctx, { importId, fileName: file.fileName, undone: null })
  }
  return outcome
}

function statusFields(options: StatusOptions) {
  const { market, set, from, reason, document, wordingVi, wordingEn, wordingZh } = options
  const { amends, mistake, expectLast } = options
  // One language stands for all where only one was given: readers see it quoted as it was said.
  const vi = wordingVi ?? wordingEn ?? wordingZh
  return {
    market,
    status: set,
    effectiveOn: from,
    reason,
    documentNo: document,
    ...(vi === undefined ? {} : { wording: { vi, en: wordingEn ?? vi, zh: wordingZh ?? vi } }),
    ...(amends === undefined ? {} : { amends }),
    ...(mistake === true ? { reasonCode: 'corrected' } : {}),
    ...(expectLast === undefined
      ? {}
      : { expectedLastEventId: expectLast === 'none' ? null : expectLast }),
  }
}

function reissueFields(old: string, code: string, options: ReissueOptions): ReissueInput {
  const { market: markets, from, document, why, reason, oldEnds = [], confirm = false } = options
  const ends = oldEnds.map((text) => {
    const [market, day] = text.split('=')
    if (market === undefined || day === undefined) {
      throw new UsageError(`--old-ends ${text}: hãy ghi THỊ_TRƯỜNG=NGÀY, ví dụ CHN=2026-09-01.`)
    }
    return [market, day]
  })
  return {
    old,
    code,
    issuedOn: from,
    documentNo: document,
    reason,
    confirm,
    // Checked by the verb, which names what is allowed.
    reasonKind: why as ReissueInput['reasonKind'],
    markets: markets.map((market) => ({ market, status: 'active' })),
    oldEnds: Object.fromEntries(ends),
  }
}

/** One answer for all that is almost as on record; without one each is asked about. */
function answersOf(confirm: string | true | undefined): NearAnswers {
  if (confirm === undefined) return {}
  const answer = confirm === true ? 'new' : NEAR_ANSWERS.find((each) => each === confirm)
  if (answer === undefined) throw new UsageError(`--confirm ${confirm}: hãy ghi same hoặc new.`)
  return answerAll(answer)
}

function defaultsOf(options: { province?: string; market?: string }): CodeListDefaults | null {
  const { province, market } = options
  const markets = market === undefined ? null : parseMarkets(market)
  if (markets !== null && !markets.ok) throw new UsageError(markets.reason)
  if (province === undefined && markets === null) return null
  return {
    ...(province === undefined ? {} : { province }),
    ...(markets === null ? {} : { markets: markets.markets }),
  }
}
