import type { LocalText } from '../../lib/text/local-text.ts'

/** What is said of the app before it runs: by the phone that installs it, and where scripts are off. */
export const SHELL_COPY = {
  name: { vi: 'Gốc: nhật ký canh tác', en: 'Gốc: farming diary', zh: 'Gốc：生产记录' },
  shortName: { vi: 'Gốc', en: 'Gốc', zh: 'Gốc' },
  description: {
    vi: 'Ghi nhật ký ngay ngoài vườn, không cần mạng.',
    en: 'Keep the diary in the orchard, without a network.',
    zh: '在果园里直接记录，无需网络。',
  },
  noScript: {
    vi: 'Ứng dụng cần JavaScript. Không bật được thì ghi nhật ký tại trang quản lý.',
    en: 'The app needs JavaScript. Without it, keep the diary in the portal.',
    zh: '应用需要 JavaScript。如无法启用，请在管理页面填写记录。',
  },
  portal: { vi: 'Mở trang quản lý', en: 'Open the portal', zh: '打开管理页面' },
} as const satisfies Record<string, LocalText>
