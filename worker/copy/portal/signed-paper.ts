import type { LocalText } from '../../lib/text/local-text.ts'

/** What stands on signed papers, which are in Vietnamese, as papers of authorities are. */
export const SIGNED_PAPER = {
  caseTitle: 'Hồ sơ vụ việc {number}',
  batchTitle: 'Hồ sơ kiểm tra lô {ref}',
  foot: '{title} · lập lúc {at} · có chữ ký số trong tệp .jws đi kèm',
  check:
    'Kiểm tra chữ ký: dùng khóa công khai ở địa chỉ này để xác minh tệp .jws, rồi so mã băm SHA-256 ghi trong đó với mã băm của tệp PDF.',
  evidenceLine: '{title} ({fileName}, {bytes} byte): {found}. SHA-256 {sha256}',
  eventLine: '{at} · {who} · {kind}: {text}',
  findingLine: '{severity} · {state} · {shown}: {text}',
  subjectLine: '{kind}: {shown}',
  none: 'không có',
} as const satisfies Record<string, string>

export const SIGNED_PAPER_COPY = {
  pdf: { vi: 'Tệp PDF', en: 'PDF', zh: 'PDF 文件' },
  jws: { vi: 'Chữ ký (.jws)', en: 'Signature (.jws)', zh: '签名（.jws）' },
  made: { vi: 'Lập lúc', en: 'Made', zh: '生成时间' },
} as const satisfies Record<string, LocalText>
