import type { LocalText } from '../../lib/text/local-text.ts'
import { SITE_FACT_ENTRIES, type SiteFactName } from './site-facts.ts'

/** What the log and the history of a site call its facts. */
export const FACT_LOG_NAMES = Object.fromEntries(
  SITE_FACT_ENTRIES.map(([name, { label, logged }]) => [name, logged ?? label]),
) as Readonly<Record<SiteFactName, LocalText>>
