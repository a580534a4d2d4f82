import { CODE_REPORT_FIELDS } from '../../copy/reports/codes.ts'
import { UNDO_FIELDS } from '../../copy/reports/undo.ts'
import { FACT_LOG_NAMES } from '../../domain/sites/fact-log-names.ts'
import { LISTED_FACTS } from '../../domain/sites/site-facts.ts'

/** What changes of a site by a list are called inside a Vietnamese sentence: facts first, then where it lies. */
export const SITE_CHANGE_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (['areaHa', ...LISTED_FACTS] as const).map((name) => [
      name,
      inSentence(FACT_LOG_NAMES[name].vi),
    ]),
  ),
  ...CODE_REPORT_FIELDS,
}

function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** Likewise of a code and of its markets. */
export const CODE_CHANGE_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (['externalId', 'legacyCode', 'issuedOn', 'documentNo', 'validTo'] as const).map((name) => [
      name,
      UNDO_FIELDS[name] ?? name,
    ]),
  ),
}
