import { fill } from '../../worker/copy/fill.ts'
import { ACCOUNT_COPY as W } from '../../worker/copy/portal/account.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

/** In this order: most browsers also name those they are like. */
const BROWSERS = [
  [/Zalo/i, 'Zalo'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Edg/, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const

const SYSTEMS = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

/** A device by what its browser says of itself, well enough to know one's own by. */
export function deviceName(userAgent: string | null, lang: Language): string {
  const text = userAgent ?? ''
  const browser = BROWSERS.find(([pattern]) => pattern.test(text))?.[1]
  const system = SYSTEMS.find(([pattern]) => pattern.test(text))?.[1]
  if (browser === undefined || system === undefined) {
    return browser ?? system ?? W.unknownDevice[lang]
  }
  return fill(W.device[lang], { browser, system })
}
