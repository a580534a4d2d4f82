import type { OldTextView } from '../../../../site/models/imports.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { IMPORTS_COPY as W } from '../../../copy/portal/imports.ts'
import { OLD_TEXT_COPY } from '../../../copy/portal/old-text.ts'
import type { OldTextFinding } from '../../../lib/sheet/old-text.ts'
import type { Language } from '../../../lib/text/local-text.ts'

/** Texts of a list in an old encoding, for its preview. */
export function oldTextView(
  found: OldTextFinding | null,
  given: {
    /** Where the choice goes; null where there is none. */
    readonly path: string | null
    readonly lang: Language
    readonly isConverted: boolean
  },
): OldTextView | null {
  if (found === null) return null
  const { path, lang, isConverted } = given
  const sentence = isConverted ? W.oldTextConverted : W.oldTextFound
  return {
    text: fill(sentence[lang], {
      cells: formatNumber(found.cells, lang),
      name: OLD_TEXT_COPY[found.kind][lang],
    }),
    samples: found.samples,
    choice:
      path === null
        ? null
        : {
            action: `${path}/text`,
            button: (isConverted ? W.keepText : W.convertText)[lang],
            convertText: isConverted ? 'no' : 'yes',
          },
  }
}
