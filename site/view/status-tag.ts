import { codeStatusName } from '../../worker/copy/names.ts'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import { escapeMarkup } from '../../worker/lib/text/escape-markup.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

const LOOKS = {
  active: ['good', '#yes'],
  pending_foreign_approval: ['wait', '#wait'],
  suspended: ['bad', '#no'],
  revoked: ['bad', '#no'],
  cancelled: ['off', '#no'],
  expired: ['off', '#no'],
  none: ['off', '#no'],
} as const satisfies Record<CodeStatus, readonly [string, string]>

/** The status of a code in a market: a shape, a colour and words. */
export function statusTagHtml(status: CodeStatus, lang: Language): string {
  const [look, mark] = LOOKS[status]
  const name = escapeMarkup(codeStatusName(status, lang))
  return `<span class="tag ${look}"><svg class="m" aria-hidden="true"><use href="${mark}"/></svg>${name}</span>`
}
