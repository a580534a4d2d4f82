import { formatNumber } from '../../worker/copy/format.ts'
import type { ImportCounts, ImportReport } from '../../worker/verbs/imports/import-report.ts'

const CHANGES_LISTED = 30
const WARNINGS_LISTED = 50
const REFUSED_LISTED = 200

/** An import's report as lines for a terminal: a summary, then what needs looking at. */
export function importReportLines(title: string, report: ImportReport): string[] {
  const { counts, changes, changesTotal, refused, warnings, totals, dryRun, fileName } = report
  const already = counts.added + counts.changed === 0 && counts.rows > 0 && counts.refused === 0
  return [
    `${title}: ${fileName}${dryRun ? ' (chạy thử, chưa ghi gì)' : ''}`,
    countsText(counts),
    ...(already ? ['Mọi dòng đã có sẵn, không có gì thay đổi.'] : []),
    ...section(
      dryRun ? 'Sẽ ghi:' : 'Đã ghi:',
      changes.map(({ sheet, row, text }) => `sheet "${sheet}" dòng ${row}: ${text}`),
      { listed: CHANGES_LISTED, total: changesTotal },
    ),
    ...section(
      'Dòng bị từ chối:',
      refused.map(
        ({ sheet, row, column, value, reason }) =>
          `sheet "${sheet}" dòng ${row}, cột "${column}": "${value}" — ${reason}`,
      ),
      { listed: REFUSED_LISTED, total: refused.length },
    ),
    ...askedLines(refused),
    ...section(
      'Dòng tổng không khớp (không nhập, chỉ báo):',
      totals.map(
        ({ sheet, row, column, printed, computed }) =>
          `sheet "${sheet}" dòng ${row}, cột "${column}": in ${figure(printed)}, cộng lại ${figure(computed)}`,
      ),
      { listed: WARNINGS_LISTED, total: totals.length },
    ),
    ...section(
      'Cần xem lại:',
      warnings.map(({ sheet, message }) =>
        sheet === null ? message : `sheet "${sheet}": ${message}`,
      ),
      { listed: WARNINGS_LISTED, total: warnings.length },
    ),
  ]
}

/** What is to be answered before rows can go in, and how. */
function askedLines(refused: ImportReport['refused']): string[] {
  const asked = refused.filter(({ question }) => question !== undefined).length
  if (asked === 0) return []
  return [
    '',
    `${formatNumber(asked, 'vi')} dòng cần xác nhận: chạy lại với --confirm same nếu là một, --confirm new nếu thật sự là mới; hoặc sửa tên, mã trong tệp.`,
  ]
}

/** The counts of an import as one sentence. */
export function countsText(counts: ImportCounts): string {
  const n = (value: number) => formatNumber(value, 'vi')
  return `${n(counts.rows)} dòng: ${n(counts.added)} thêm mới, ${n(counts.changed)} thay đổi, ${n(counts.unchanged)} đã có, ${n(counts.refused)} bị từ chối.`
}

function section(
  heading: string,
  lines: readonly string[],
  { listed, total }: { listed: number; total: number },
): string[] {
  if (total === 0) return []
  const rest = total - Math.min(listed, lines.length)
  return [
    '',
    heading,
    ...lines.slice(0, listed).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  … và ${formatNumber(rest, 'vi')} dòng nữa`] : []),
  ]
}

function figure(decimal: string): string {
  return formatNumber(Number(decimal), 'vi')
}
