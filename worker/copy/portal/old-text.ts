import type { LocalText } from '../../lib/text/local-text.ts'
import type { OldTextKind } from '../../lib/text/old-text/old-text.ts'

/** What texts in an old encoding are called. */
export const OLD_TEXT_COPY = {
  tcvn3: {
    vi: 'TCVN3 (phông .VnTime, ABC)',
    en: 'TCVN3 (fonts .VnTime, ABC)',
    zh: 'TCVN3（.VnTime、ABC 字体）',
  },
  vni: {
    vi: 'VNI (phông VNI-Times…)',
    en: 'VNI (fonts VNI-Times…)',
    zh: 'VNI（VNI-Times 等字体）',
  },
  doubly_encoded: {
    vi: 'mã hóa hai lần (UTF-8 bị đọc nhầm bảng mã)',
    en: 'text encoded twice (UTF-8 taken for another encoding)',
    zh: '双重编码（UTF-8 被误读）',
  },
} as const satisfies Record<OldTextKind, LocalText>
