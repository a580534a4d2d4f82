import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.ts'

/** The compatibility date and flags of wrangler.toml, so that every way to run the Worker agrees. */
export function compatibility(): { date: string; flags: string[] } {
  const toml = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8')
  const date = /^compatibility_date = "([\d-]+)"/m.exec(toml)?.[1]
  const flags = /^compatibility_flags = \[(.*)\]/m.exec(toml)?.[1]
  if (date === undefined || flags === undefined)
    throw new Error('wrangler.toml has no compatibility')
  return { date, flags: [...flags.matchAll(/"([^"]+)"/g)].map(([, flag = '']) => flag) }
}
