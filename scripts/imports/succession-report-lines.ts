import type { PlaceTable } from '../../db/queries/place-moves.ts'
import { formatNumber } from '../../worker/copy/format.ts'
import type { SuccessionReport } from '../../worker/verbs/units/apply-succession.ts'

const REFUSED_LISTED = 200
const WAITING_LISTED = 100

/** What came of a list of merged and split units, as lines for a terminal. */
export function successionReportLines(fileName: string, report: SuccessionReport): string[] {
  const { counts, moved, dryRun, unitsEnded, unitsBegun } = report
  const done = dryRun ? 'Sẽ' : 'Đã'
  return [
    `Sắp xếp đơn vị hành chính: ${fileName}${dryRun ? ' (chạy thử, chưa ghi gì)' : ''}`,
    `${n(counts.fresh)} dòng mới, ${n(counts.known)} dòng đã có, ${n(counts.refused)} dòng bị từ chối.`,
    `${done} kết thúc ${n(unitsEnded)} và lập ${n(unitsBegun)} đơn vị.`,
    `${done} chuyển ${n(moved.site)} vùng trồng, cơ sở; ${n(moved.organisation)} đơn vị; địa bàn của ${n(moved.member)} tài khoản và ${n(moved.invitation)} lời mời. Mã số và tem đã in giữ nguyên.`,
    ...outlineLines(report),
    ...refusedLines(report),
    ...waitingLines(report),
    ...report.warnings.map(({ message }) => `Lưu ý: ${message}`),
  ]
}

function outlineLines({ outlinesRemoved, dryRun }: SuccessionReport): string[] {
  if (outlinesRemoved === 0) return []
  const done = dryRun ? 'Sẽ bỏ' : 'Đã bỏ'
  return [
    `${done} ${n(outlinesRemoved)} ranh giới không còn đúng; nạp ranh giới mới bằng: goc units outlines`,
  ]
}

function refusedLines({ refused }: SuccessionReport): string[] {
  if (refused.length === 0) return []
  const lines = refused
    .slice(0, REFUSED_LISTED)
    .map(
      ({ sheet, row, column, value, reason }) =>
        `  sheet "${sheet}" dòng ${row}, cột "${column}": "${value}" — ${reason}`,
    )
  return ['', 'Dòng bị từ chối:', ...lines, ...rest(refused.length - REFUSED_LISTED, 'dòng')]
}

/** What stays in a divided commune until somebody who knows it says where it lies. */
function waitingLines({ moved }: SuccessionReport): string[] {
  const { waiting, waitingTotal } = moved
  if (waitingTotal === 0) return []
  const lines = waiting
    .slice(0, WAITING_LISTED)
    .map(({ table, id, name, commune }) => `  ${commune}: ${WHAT[table]} ${name} (${id})`)
  return [
    '',
    `Xã được chia, cần người chọn lại xã (${n(waitingTotal)}); cán bộ phụ trách được báo ở trang làm việc:`,
    ...lines,
    ...rest(waitingTotal - lines.length, 'mục'),
  ]
}

const WHAT: Readonly<Record<PlaceTable, string>> = {
  ...{ site: 'nơi', organisation: 'đơn vị', member: 'tài khoản', invitation: 'lời mời' },
  ...{ case_file: 'vụ việc', finding: 'điểm chưa đạt', suspension_proposal: 'đề xuất' },
  ...{ retail_visit: 'lượt kiểm tra', residue_sample: 'mẫu dư lượng', pattern_finding: 'dấu hiệu' },
  ...{ inspection_plan: 'kế hoạch kiểm tra', foreign_notice_item: 'mã bị cảnh báo' },
  ...{ application: 'hồ sơ xin mã số', inspection: 'biên bản kiểm tra' },
  ...{ monitoring_rule: 'quy định số lần kiểm tra', season_window: 'thời gian vụ' },
}

function rest(count: number, what: string): string[] {
  return count > 0 ? [`  … và ${n(count)} ${what} nữa; xem đủ hơn bằng --json`] : []
}

function n(count: number): string {
  return formatNumber(count, 'vi')
}
