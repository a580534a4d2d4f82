import type { LocalText } from '../../lib/text/local-text.ts'

/** What every phone says of the scanner, also one that does not have it. */
export const SCAN_ENTRY_COPY = {
  scan: { vi: 'Quét tem', en: 'Scan labels', zh: '扫描标签' },
  loading: { vi: 'Đang mở máy quét…', en: 'Opening the scanner…', zh: '正在打开扫描…' },
  notHere: {
    vi: 'Máy quét chưa có trong máy này. Mở một lần khi có mạng, sau đó dùng được không cần mạng.',
    en: 'The scanner is not on this phone yet. Open it once with a network; after that it works without.',
    zh: '本机尚无扫描功能。请联网打开一次，之后可离线使用。',
  },
} as const satisfies Record<string, LocalText>
