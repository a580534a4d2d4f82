import type { LocalText } from '../../lib/text/local-text.ts'

/** A list that is looked at before it is saved, whatever it is of. */
export const LIST_WORDS = {
  orFile: { vi: 'Hoặc chọn tệp danh sách', en: 'Or choose a list file', zh: '或选择名单文件' },
  file: { vi: 'Tệp danh sách', en: 'List file', zh: '名单文件' },
  fileHint: {
    vi: 'Excel (.xlsx) hoặc CSV, nhiều nhất 500 dòng. Chưa có gì được lưu khi xem thử.',
    en: 'A workbook (.xlsx) or CSV of 500 rows at most. Nothing is saved while you look.',
    zh: 'Excel（.xlsx）或 CSV，最多 500 行。预览时不会保存。',
  },
  paste: { vi: 'Dán từ bảng tính', en: 'Paste from a spreadsheet', zh: '从电子表格粘贴' },
  columns: { vi: 'Các cột', en: 'Columns', zh: '列' },
  look: { vi: 'Xem thử', en: 'Look first', zh: '预览' },
  lookTitle: { vi: 'Xem danh sách trước khi lưu', en: 'The list as read', zh: '保存前预览' },
  counts: {
    vi: '{added} dòng mới, {unchanged} dòng đã có, {faults} dòng phải sửa.',
    en: '{added} new rows, {unchanged} there already, {faults} to mend.',
    zh: '新增 {added} 行，已有 {unchanged} 行，需修改 {faults} 行。',
  },
  nothing: {
    vi: 'Không có dòng mới nào để lưu.',
    en: 'There is nothing new to save.',
    zh: '没有可保存的新行。',
  },
  save: { vi: 'Lưu các dòng mới', en: 'Save the new rows', zh: '保存新行' },
  added: { vi: 'Dòng mới', en: 'New rows', zh: '新行' },
  more: { vi: 'và {count} dòng nữa', en: 'and {count} more', zh: '另有 {count} 行' },
  faults: { vi: 'Dòng phải sửa', en: 'Rows to mend', zh: '需修改的行' },
  row: { vi: 'Dòng', en: 'Row', zh: '行' },
  fault: { vi: 'Cần sửa', en: 'What to mend', zh: '需修改内容' },
} as const satisfies Record<string, LocalText>
