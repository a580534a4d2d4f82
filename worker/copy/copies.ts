import type { Language, LocalText } from '../lib/text/local-text.ts'

/** The band of a label that more people opened than one package has. */
export const COPY_HEADLINE = {
  vi: 'Tem này đã được mở trên nhiều máy khác nhau, có thể bị sao chép.',
  en: 'This label was opened on many phones; it may have been copied.',
  zh: '该标签已在多部手机上打开，可能被复制。',
} as const satisfies LocalText

/** What counting shows, and what it does not; `since` is a day in words. */
export const OPENED_BY_MANY: Readonly<Record<Language, (since: string | null) => string>> = {
  vi: (since) =>
    `Tem được phát hành thật, nhưng${since === null ? '' : ` từ ngày ${since}`} số người mở tem nhiều hơn một gói hàng thường có. Điều này không chứng minh gói hàng trong tay là giả: nhiều người có thể đã xem cùng một gói. Hãy so tem với hàng và hỏi rõ nơi bán.`,
  en: (since) =>
    `The label was really issued, but${since === null ? '' : ` since ${since}`} more people have opened it than one package usually has. This does not prove that the package in your hand is false: many may have looked at the same one. Compare label and goods, and ask where it was sold.`,
  zh: (since) =>
    `标签确为真实签发，但${since === null ? '' : `自 ${since} 起`}打开该标签的人数超过一件商品的通常人数。这并不能证明您手中的商品是假货：也可能有许多人查看过同一件商品。请核对标签与商品，并向销售处询问。`,
}
