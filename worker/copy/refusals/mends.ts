import type { LocalText } from '../../lib/text/local-text.ts'

/** Why cells of a list cannot be mended on the screen. */
export const MEND_REFUSALS = {
  notNow: {
    vi: 'Tệp đang được đọc hoặc đã được xác nhận nên chưa sửa được ô nào. Hãy mở lại trang này.',
    en: 'The file is being read or was confirmed, so no cell can be mended now. Open this page again.',
    zh: '文件正在读取或已确认，暂不能修改单元格。请重新打开本页。',
  },
  nothing: {
    vi: 'Chưa sửa ô nào. Hãy ghi lại ít nhất một ô.',
    en: 'No cell was mended. Write at least one of them anew.',
    zh: '尚未修改任何单元格，请至少修改一个。',
  },
  tooMany: {
    vi: 'Trên màn hình chỉ sửa được nhiều nhất {most} ô. Hãy sửa trong tệp rồi gửi lại.',
    en: 'At most {most} cells can be mended on the screen. Mend the file and send it again.',
    zh: '在屏幕上最多可修改 {most} 个单元格。请在文件中修改后重新提交。',
  },
  tooLong: {
    vi: 'Ô {cell}: dài quá {most} ký tự. Hãy ghi ngắn lại.',
    en: 'Cell {cell}: longer than {most} characters. Write less.',
    zh: '单元格 {cell}：超过 {most} 个字符，请缩短。',
  },
  severalLines: {
    vi: 'Ô {cell}: chỉ ghi một dòng.',
    en: 'Cell {cell}: write one line only.',
    zh: '单元格 {cell}：只能填写一行。',
  },
  notRefused: {
    vi: 'Ô {cell} không nằm trong các ô bị từ chối nên không sửa được ở đây. Hãy mở lại trang này.',
    en: 'Cell {cell} is none of those refused and cannot be mended here. Open this page again.',
    zh: '单元格 {cell} 不在被拒绝之列，无法在此修改。请重新打开本页。',
  },
} as const satisfies Record<string, LocalText>
