import { basename } from 'node:path'
import type { Command } from 'commander'
import { mendText } from '../../worker/lib/text/sound-text.ts'
import { applySuccession } from '../../worker/verbs/units/apply-succession.ts'
import { loadOutlines, type OutlineReport } from '../../worker/verbs/units/load-outlines.ts'
import { readBytes } from '../imports/read-bytes.ts'
import { showRowProgress } from '../imports/show-row-progress.ts'
import { successionReportLines } from '../imports/succession-report-lines.ts'
import { commandOf, type GocCommand } from '../lib/goc-command.ts'
import { loadAdministrativeUnits } from '../lib/load-administrative-units.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { outlineFiles } from '../lib/outline-files.ts'
import { note, say } from '../lib/say.ts'
import { UsageError } from '../lib/usage-error.ts'

type OutlineOptions = { source?: string; trustCodes?: true; json?: true }

/** goc units outlines|merge */
export function register(program: Command, openContext: OpenContext): void {
  const units = commandOf(program, openContext, 'units').description(
    'Đơn vị hành chính: tỉnh, thành phố; xã, phường, đặc khu',
  )
  registerOutlines(units)
  registerMerge(units)
}

function registerOutlines(units: GocCommand): void {
  units
    .command('outlines')
    .description(
      'Nạp ranh giới hành chính từ GeoJSON (WGS84) để đối chiếu vị trí; nạp lại thì thay bản cũ',
    )
    .argument('<path>', 'tệp GeoJSON, hoặc thư mục có các tệp ấy')
    .option('--source <text>', 'nguồn của ranh giới, ví dụ số văn bản; bỏ trống thì lấy tên tệp')
    .option('--trust-codes', 'nhận theo mã dù tên trong tệp khác tên đơn vị')
    .option('--json', 'in báo cáo dạng JSON')
    .run(async ({ ctx }, path: string, options: OutlineOptions) => {
      const files = await outlineFiles(path)
      await loadAdministrativeUnits(ctx.db)
      const input = {
        files,
        source: options.source ?? mendText(basename(path)),
        trustCodes: options.trustCodes ?? false,
        onProgress: showRowProgress('đơn vị'),
      }
      const report = await loadOutlines({ ctx, input })
      if (options.json) say(JSON.stringify(report))
      else tell(report)
      const refused = report.refused.length
      if (refused > 0) {
        throw new Error(`${count(refused)} ranh giới bị từ chối; đã nạp ${count(report.loaded)}.`)
      }
    })
}

function registerMerge(units: GocCommand): void {
  units
    .command('merge')
    .description(
      'Nhập danh sách sáp nhập, chia, đổi tên tỉnh, xã theo nghị quyết; nơi, đơn vị, địa bàn phụ trách đi theo',
    )
    .argument(
      '<file>',
      'bảng xlsx hoặc csv: mã cũ, tên cũ, cấp, mã mới, tên mới, mã tỉnh mới, ngày hiệu lực, văn bản',
    )
    .option('--dry-run', 'chỉ xem sẽ đổi gì, không ghi')
    .option('--convert-text', 'chuyển chữ TCVN3, VNI hoặc mã hóa hai lần sang Unicode')
    .option('--json', 'in báo cáo dạng JSON')
    .run(
      async (
        { ctx },
        path: string,
        options: { dryRun?: true; json?: true; convertText?: true },
      ) => {
        const bytes = await readBytes(path)
        await loadAdministrativeUnits(ctx.db)
        const file = { bytes, fileName: mendText(basename(path)), dryRun: options.dryRun ?? false }
        const convertText = options.convertText ?? false
        const input = { ...file, convertText, onProgress: showRowProgress('dòng') }
        const outcome = await applySuccession({ ctx, input })
        if (!outcome.ok) throw new UsageError(outcome.problem.message)
        const { report } = outcome
        if (options.json) say(JSON.stringify(report))
        else for (const line of successionReportLines(file.fileName, report)) say(line)
        const { refused } = report.counts
        if (refused > 0) throw new Error(`${count(refused)} dòng bị từ chối.`)
      },
    )
}

const REFUSALS_LISTED = 50

function tell({ loaded, refused, coverage }: OutlineReport): void {
  for (const { file, code, reason } of refused.slice(0, REFUSALS_LISTED)) {
    note(`${file}${code === null ? '' : `, mã ${code}`}: ${reason.vi}`)
  }
  const rest = refused.length - REFUSALS_LISTED
  if (rest > 0) note(`… và ${count(rest)} ranh giới nữa; xem đủ bằng --json.`)
  const { province, commune } = coverage
  say(`Đã nạp ${count(loaded)} ranh giới.`)
  say(
    `Nay có ranh giới: ${count(province.have)}/${count(province.of)} tỉnh, thành phố; ${count(commune.have)}/${count(commune.of)} xã, phường, đặc khu.`,
  )
}

function count(n: number): string {
  return n.toLocaleString('vi-VN')
}
