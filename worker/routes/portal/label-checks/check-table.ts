import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt } from '../../../copy/format.ts'
import {
  CHECK_MODE_NAMES,
  CHECK_RESULT_NAMES,
  LABEL_CHECKS_COPY as W,
} from '../../../copy/portal/label-checks.ts'
import { resultOf } from '../../../domain/label-checks/label-check.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { LabelCheckItem } from '../../../verbs/label-checks/read-checks.ts'
import { pathIn } from '../path-in.ts'
import { scanPath } from '../scan/scan-path.ts'

const LONGEST = 60

/** The page of a round. */
export const roundPath = pathIn('/portal/label-checks')

/** Checks as a table: the label, what the device said of it, when, and by what. */
export function checkTable(
  checks: readonly LabelCheckItem[],
  shown: { readonly lang: Language; readonly empty: string; readonly withRound?: true },
): NonNullable<DetailSection['table']> {
  const { lang, empty, withRound } = shown
  const by = withRound === undefined ? [] : [W.by]
  return {
    columns: [W.label, W.result, W.at, ...by].map((name) => ({ name: name[lang] })),
    rows: checks.map((check) => {
      const { scanned, listIssuedAt, checkedAt, mode, note, recordId } = check
      const list =
        listIssuedAt === null ? '' : fill(W.listOf[lang], { at: formatAt(listIssuedAt, lang) })
      const how = [CHECK_MODE_NAMES[mode][lang], list].filter((part) => part !== '').join(', ')
      return [
        { text: nameOf(check), code: true, href: scanPath(scanned), small: note },
        { text: CHECK_RESULT_NAMES[resultOf(check)][lang] },
        { text: formatAt(checkedAt, lang), small: how },
        ...(withRound === undefined
          ? []
          : [
              {
                text: check.accountName ?? '',
                href: roundPath(recordId),
                small: check.organisation,
              },
            ]),
      ]
    }),
    empty,
  }
}

/** What a label goes by; the beginning of what was scanned where it is none. */
function nameOf({ batchRef, serial, scanned }: LabelCheckItem): string {
  if (batchRef !== null) return `${batchRef} · ${serial ?? ''}`
  return scanned.length <= LONGEST ? scanned : `${scanned.slice(0, LONGEST).toWellFormed()}…`
}
