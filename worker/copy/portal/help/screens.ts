import type { LocalText } from '../../../lib/text/local-text.ts'
import { BATCH_COPY as B } from '../batch.ts'
import { LABELS_COPY as L } from '../labels.ts'

/** A part of a drawn screen, in the words of the screen itself. */
export type ScreenPart = {
  readonly kind: 'field' | 'choice' | 'button' | 'band'
  readonly text: LocalText
}

const field = (text: LocalText) => ({ kind: 'field' as const, text })
const choice = (text: LocalText) => ({ kind: 'choice' as const, text })
const button = (text: LocalText) => ({ kind: 'button' as const, text })

/** Screens as the pages of help draw them: few parts, in their order. */
export const HELP_SCREENS = {
  print: [
    field(L.count),
    choice({ vi: 'Giấy A4, 24 tem một tờ', en: 'A4 sheet of 24 labels', zh: 'A4 纸，每张 24 枚' }),
    choice({ vi: 'Cuộn 50 × 30 mm', en: 'Roll 50 × 30 mm', zh: '卷纸 50 × 30 毫米' }),
    button(L.print),
  ],
  again: [field(B.quantity), field(L.count), button(B.againSave)],
  scan: [
    {
      kind: 'band',
      text: {
        vi: 'Tem thật. Không có cảnh báo.',
        en: 'Genuine label. No warnings.',
        zh: '标签为真，未发现警示。',
      },
    },
    field(B.product),
    field(B.owner),
    field(B.packedOn),
  ],
  import: [
    field({ vi: 'Tệp danh sách', en: 'List file', zh: '名单文件' }),
    button({ vi: 'Xem trước', en: 'Preview', zh: '预览' }),
  ],
  invite: [
    field({ vi: 'Thư điện tử', en: 'E-mail', zh: '电子邮箱' }),
    field({ vi: 'Vai trò', en: 'Role', zh: '角色' }),
    button({ vi: 'Gửi lời mời', en: 'Send the invitation', zh: '发送邀请' }),
  ],
} as const satisfies Record<string, readonly ScreenPart[]>

export type HelpScreen = keyof typeof HELP_SCREENS
