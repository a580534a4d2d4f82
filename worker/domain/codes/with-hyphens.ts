import { type Code, isCode } from './normalise-code.ts'

const BARE = /^VN([A-Z]{2,3})(OR|PH)(\d{3,5})$/

/** `VNAGOR0005` as `VN-AGOR-0005`: export codes of growing areas and packing houses; others as they are. */
export function withHyphens(code: Code): Code {
  const spelled = code.replaceAll('-', '').replace(BARE, 'VN-$1$2-$3')
  return spelled.includes('-') && isCode(spelled) ? spelled : code
}
