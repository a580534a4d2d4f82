import type { LocalText } from '../../lib/text/local-text.ts'

/** What somebody else did meanwhile, or what stands already. */
export const WRITE_REFUSALS = {
  editedMeanwhile: {
    vi: 'Người khác vừa sửa mục này. Những gì bạn gõ vẫn còn bên dưới; hãy mở mục này ở thẻ khác để so sánh, rồi lưu lại nếu vẫn cần.',
    en: 'Somebody else has just changed this. What you typed is below; compare it with what stands in another tab and save again if it still holds.',
    zh: '他人刚修改了此项。您输入的内容仍在下方，请在另一标签页中对照后再决定是否保存。',
  },
  batchSealed: {
    vi: 'Lô {ref} đã in tem nên không sửa được nữa; hãy hủy lô và tạo lô mới.',
    en: 'Batch {ref} has labels and changes no more; annul it and make a new one.',
    zh: '批次 {ref} 已发行标签，不能再修改；请作废后新建批次。',
  },
  tooBusy: {
    vi: 'Dữ liệu vừa bị người khác thay đổi. Hãy làm lại.',
    en: 'The data changed while you were writing. Try again.',
    zh: '数据刚被他人修改，请重试。',
  },
  nameTaken: {
    vi: 'Đã có mục mang tên này.',
    en: 'One of this name exists.',
    zh: '该名称已被使用。',
  },
} as const satisfies Record<string, LocalText>
