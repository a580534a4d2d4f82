import type { CalendarDate } from '../../lib/time/calendar-date.ts'
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

/**
 * Says what the format of a canonical code tells about it. With the day of grant, a format that was
 * not in use that day is told of; two formats that fit alike are decided by that day.
 */
export function describeScheme(
  code: Code,
  schemes: readonly CodeScheme[] = CODE_SCHEMES,
  onDate: CalendarDate | null = null,
): SchemeDescription {
  const fitting = schemes.filter(({ pattern }) => pattern.test(code))
  const scheme = fitting.find((each) => inUse(each, onDate)) ?? fitting[0]
  if (scheme === undefined) return unusual(code, schemes)
  const groups = scheme.pattern.exec(code)?.groups
  const timely = inUse(scheme, onDate)
  return {
    scheme,
    kind: scheme.kind,
    market: scheme.market === 'domestic' ? 'VNM' : (groups?.['market'] ?? null),
    provinceCode: groups?.['province'] ?? null,
    warning: timely
      ? null
      : `Mã ${code} theo dạng “${scheme.name}”, là dạng không dùng vào ngày cấp đã ghi; hãy kiểm tra lại.`,
  }
}

function inUse(scheme: CodeScheme, onDate: CalendarDate | null): boolean {
  if (onDate === null) return true
  const begun = scheme.effectiveFrom === null || scheme.effectiveFrom <= onDate
  return begun && (scheme.effectiveTo === null || onDate <= scheme.effectiveTo)
}

function unusual(code: Code, schemes: readonly CodeScheme[]): SchemeDescription {
  const samples = schemes.map((scheme) => scheme.sample).join(', ')
  const example = samples === '' ? '' : ` (ví dụ ${samples})`
  return {
    scheme: null,
    kind: null,
    market: null,
    provinceCode: null,
    warning: `Mã ${code} không theo dạng thường gặp${example}; hãy kiểm tra lại.`,
  }
}
