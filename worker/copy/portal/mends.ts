import type { LocalText } from '../../lib/text/local-text.ts'

/** Cells of a list that are mended on the screen. */
export const MEND_COPY = {
  title: { vi: 'Sửa trên màn hình', en: 'Mend on the screen', zh: '在屏幕上修改' },
  lead: {
    vi: 'Ghi lại các ô bị từ chối, để nguyên những ô chưa sửa. Danh sách được đọc lại với các ô đã sửa; tệp đã gửi giữ nguyên.',
    en: 'Write the refused cells anew and leave the others as they are. The list is read again with them; the file you sent stays as it is.',
    zh: '请改写被拒绝的单元格，其余保持不变。系统将按修改后的内容重新读取；已提交的文件不变。',
  },
  more: {
    vi: 'Đang hiện {shown} ô đầu tiên. Trên màn hình sửa được nhiều nhất {most} ô; phần còn lại hãy sửa trong tệp.',
    en: 'These are the first {shown} cells. At most {most} can be mended on the screen; mend the rest in the file.',
    zh: '当前显示前 {shown} 个单元格。屏幕上最多可修改 {most} 个，其余请在文件中修改。',
  },
  full: {
    vi: 'Đã sửa đủ {most} ô trên màn hình. Phần còn lại hãy sửa trong tệp rồi gửi lại.',
    en: '{most} cells were mended on the screen, which is as many as can be. Mend the rest in the file and send it again.',
    zh: '已在屏幕上修改 {most} 个单元格，达到上限。其余请在文件中修改后重新提交。',
  },
  at: {
    vi: 'Dòng {row}, {column} (ô {cell})',
    en: 'Row {row}, {column} (cell {cell})',
    zh: '第 {row} 行，{column}（单元格 {cell}）',
  },
  about: { vi: 'Dòng của “{subject}”', en: 'The row of “{subject}”', zh: '“{subject}”所在行' },
  says: { vi: 'Đang ghi: “{text}”', en: 'It says: “{text}”', zh: '现值：“{text}”' },
  saysNothing: { vi: 'Đang để trống', en: 'It is empty', zh: '现为空' },
  apply: { vi: 'Sửa và đọc lại', en: 'Mend and read again', zh: '修改并重新读取' },
  mended: {
    vi: 'Ô đã sửa trên màn hình',
    en: 'Cells mended on the screen',
    zh: '已在屏幕上修改的单元格',
  },
  line: {
    vi: 'Sửa trên màn hình: ô {cell} từ “{before}” thành “{after}”.',
    en: 'Mended on the screen: cell {cell} from “{before}” to “{after}”.',
    zh: '屏幕修改：单元格 {cell} 由“{before}”改为“{after}”。',
  },
  empty: { vi: 'trống', en: 'empty', zh: '空' },
  undo: { vi: 'Bỏ sửa', en: 'Undo', zh: '撤销修改' },
  cellOf: { vi: 'ô {cell}', en: 'cell {cell}', zh: '单元格 {cell}' },
} as const satisfies Record<string, LocalText>
