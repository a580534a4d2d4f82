import { Problem } from '../errors.ts'

/** What was typed is not a batch code: wrong length, wrong characters or a wrong check character. */
export function malformedRef(): Problem {
  return new Problem({
    code: 'malformed_code',
    text: {
      vi: 'Mã lô không đúng. Mã có 8 ký tự, in ngay dưới mã QR; hãy xem lại từng ký tự.',
      en: 'This is not a batch code. It has 8 characters, printed below the QR code; check each one.',
      zh: '批次码不正确。批次码为8个字符，印在二维码下方，请逐一核对。',
    },
  })
}
