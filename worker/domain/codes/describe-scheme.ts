import { CODE_SCHEMES, type CodeScheme, type SiteKind } from './code-schemes.ts'
import type { Code } from './normalise-code.ts'

export interface SchemeDescription {
  /** Null for a code of no known format. */
  readonly scheme: CodeScheme | null
  readonly kind: SiteKind | null
  /** `VNM` or the alpha-3 country at the end of the code; null when the code does not tell. */
  readonly market: string | null
  /** Two digits; resolve them with the day of grant (see `resolveProvinceCode`). */
  readonly provinceCode: string | null
  /** What to tell the person about an unusual code; never a reason to refuse it. */
  readonly warning: string | null
}

/** Says what the format of a canonical code tells about it. */
export function describeScheme(code: Code): SchemeDescription {
  for (const scheme of CODE_SCHEMES) {
    const groups = scheme.pattern.exec(code)
    if (groups === null) continue
    return {
      scheme,
      kind: scheme.kind,
      market: scheme.market === 'domestic' ? 'VNM' : (groups.groups?.market ?? null),
      provinceCode: groups.groups?.province ?? null,
      warning: null,
    }
  }
  const samples = CODE_SCHEMES.map((scheme) => scheme.sample).join(', ')
  return {
    scheme: null,
    kind: null,
    market: null,
    provinceCode: null,
    warning: `Mã ${code} không theo dạng thường gặp (ví dụ ${samples}); hãy kiểm tra lại.`,
  }
}
