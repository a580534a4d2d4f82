import type { Language } from '../../lib/text/local-text.ts'
import { Problem, type Question } from '../errors.ts'

/** Nothing of that name, or nothing the caller may know of. `thing` is a noun in each language. */
export function notFound(thing: { vi: string; en: string; zh: string }): Problem {
  return new Problem({
    code: 'not_found',
    text: {
      vi: `Không tìm thấy ${thing.vi}.`,
      en: `No such ${thing.en}.`,
      zh: `未找到${thing.zh}。`,
    },
  })
}

/** The write meets something already there. */
export function conflict(text: { vi: string; en: string; zh: string }): Problem {
  return new Problem({ code: 'conflict', text })
}

/** Nothing is wrong, but somebody must mean it: goes through once each question is confirmed. */
export function needsConfirmation(questions: readonly Question[]): Problem {
  const told = (lang: Language) => questions.map(({ text }) => text[lang]).join(' ')
  return new Problem({
    code: 'needs_confirmation',
    text: { vi: told('vi'), en: told('en'), zh: told('zh') },
    questions,
  })
}

/** Somebody else saved the same thing in between. */
export function editedMeanwhile(): Problem {
  return conflict({
    vi: 'Người khác vừa sửa mục này. Những gì bạn gõ vẫn còn bên dưới; hãy mở mục này ở thẻ khác để so sánh, rồi lưu lại nếu vẫn cần.',
    en: 'Somebody else has just changed this. What you typed is below; compare it with what stands in another tab and save again if it still holds.',
    zh: '他人刚修改了此项。您输入的内容仍在下方，请在另一标签页中对照后再决定是否保存。',
  })
}

/** A sealed batch was to be changed. */
export function batchSealed(ref: string): Problem {
  return new Problem({
    code: 'batch_sealed',
    text: {
      vi: `Lô ${ref} đã in tem nên không sửa được nữa; hãy huỷ lô và tạo lô mới.`,
      en: `Batch ${ref} has labels and changes no more; annul it and make a new one.`,
      zh: `批次 ${ref} 已发行标签，不能再修改；请作废后新建批次。`,
    },
  })
}

/** Rows kept changing under the writer; the same request may well succeed now. */
export function tooBusy(): Problem {
  return new Problem({
    code: 'conflict',
    headers: { 'retry-after': '1' },
    text: {
      vi: 'Dữ liệu vừa bị người khác thay đổi. Hãy làm lại.',
      en: 'The data changed while you were writing. Try again.',
      zh: '数据刚被他人修改，请重试。',
    },
  })
}
