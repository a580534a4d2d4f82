import { SITE_FACT_ENTRIES } from './site-facts.ts'

const HIDDEN: ReadonlySet<string> = new Set(
  SITE_FACT_ENTRIES.flatMap(([name, { audit }]) => (audit === 'hidden' ? [name] : [])),
)

/** Fields of a site as the log keeps them: of hidden ones only that they changed. */
export function toldInLog(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const told = Object.entries(fields).map(([name, value]) => [
    name,
    HIDDEN.has(name) && value !== null ? '…' : value,
  ])
  return Object.fromEntries(told)
}
