import { CONFIRM_COPY as W } from '../../worker/copy/confirm.ts'
import { fill } from '../../worker/copy/fill.ts'
import { formatAt, formatNumber } from '../../worker/copy/format.ts'
import type { Confirmation } from '../../worker/domain/label/confirmation.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

const MINUTE_MS = 60_000

/** What a page says of a PIN that was typed; `retry`: whether it asks for it once more. */
export function confirmationText(of: {
  readonly confirmation: Confirmation
  readonly isGenuine: boolean
  readonly lang: Language
}): { readonly title: string; readonly lines: readonly string[]; readonly retry: boolean } {
  const { confirmation, isGenuine, lang } = of
  switch (confirmation.kind) {
    case 'first': {
      const at = formatAt(confirmation.firstAt, lang)
      const lines = [fill(W.firstAt[lang], { at }), W.firstNote[lang]]
      return { title: W.right[lang], lines, retry: false }
    }
    case 'again': {
      const at = formatAt(confirmation.firstAt, lang)
      const count = formatNumber(confirmation.count, lang)
      const lines = [fill(W.againAt[lang], { at, count }), W.againNote[lang]]
      return { title: W.again[lang], lines, retry: false }
    }
    case 'wrong': {
      const { left, waitMs } = confirmation
      const text =
        left > 0 ? fill(W.left[lang], { left }) : fill(W.wait[lang], { minutes: minutesOf(waitMs) })
      return { title: W.wrong[lang], lines: [text], retry: true }
    }
    case 'locked': {
      const text = fill(W.lockedNote[lang], { minutes: minutesOf(confirmation.waitMs) })
      return { title: W.locked[lang], lines: [text], retry: true }
    }
    case 'odd':
      // Why is told on the field.
      return { title: W.wrong[lang], lines: [], retry: true }
    case 'none':
      return { title: W.none[lang], lines: isGenuine ? [W.noneNote[lang]] : [], retry: false }
  }
}

function minutesOf(ms: number): number {
  return Math.max(1, Math.ceil(ms / MINUTE_MS))
}
