import type { SchemeDescription } from '../../codes/describe-scheme.ts'
import { type Code, normaliseCode } from '../../codes/normalise-code.ts'
import {
  CODE_STATUSES,
  type CodeStatus,
  HOLDER_KINDS,
  type HolderKind,
} from '../vocabulary/code-terms.ts'
import { type MarketCode, marketOf, parseMarkets } from '../vocabulary/markets.ts'
import type { CodeImportOptions } from './code-import-options.ts'
import { type RowContext, refuse, textField, warn } from './row-context.ts'

/** Markets of a row: of its column, its code or what the list says of all its rows. */
export function readMarkets(
  context: RowContext,
  scheme: SchemeDescription | null,
  options: CodeImportOptions,
): readonly MarketCode[] | null {
  const inCode = scheme?.market ? marketOf(scheme.market) : null
  const text = textField(context, 'market')
  if (text === null) {
    if (inCode !== null) return [inCode]
    const defaults = options.defaults?.markets ?? []
    if (defaults.length > 0) return defaults
    return context.refused.has('market')
      ? null
      : refuse(context, 'market', 'Thiếu thị trường.', 'missing')
  }
  const reading = parseMarkets(text)
  if (!reading.ok) return refuse(context, 'market', reading.reason)
  if (inCode !== null && !reading.markets.includes(inCode)) {
    warn(context, 'market', 'market_differs', `thị trường “${text}” không khớp với mã (${inCode}).`)
  }
  return reading.markets
}

/** What kind of organisation the holder is: of its column, its name or what was said of all rows. */
export function readHolderKind(
  context: RowContext,
  holderName: string | null,
  options: CodeImportOptions,
): HolderKind | null {
  const text = textField(context, 'holderKind')
  if (text === null) {
    const opening = /^(HTX|Hợp tác xã|THT|Tổ hợp tác|Công ty|Cty|DNTN|Trang trại)\b/iu.exec(
      holderName ?? '',
    )
    const told = opening === null ? null : HOLDER_KINDS.find(opening[0])
    return told ?? options.defaults?.holderKind ?? null
  }
  const kind = HOLDER_KINDS.find(text)
  if (kind === null) warn(context, 'holderKind', 'holder_kind', `không biết loại hình “${text}”.`)
  return kind
}

/** The status of a row; null where it says none. */
export function readStatus(context: RowContext): CodeStatus | null {
  const text = textField(context, 'status')
  if (text === null) return null
  const status = CODE_STATUSES.find(text)
  // Guessing here could turn a suspended code active.
  return status ?? refuse(context, 'status', `Không biết trạng thái “${text}”.`)
}

/** The code that this one took the place of. */
export function readLegacyCode(context: RowContext): Code | null {
  const text = textField(context, 'legacyCode')
  if (text === null) return null
  const reading = normaliseCode(text)
  return reading.ok ? reading.code : refuse(context, 'legacyCode', reading.reason, 'code_form')
}
