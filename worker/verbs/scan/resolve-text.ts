import { isAlteredLabel, readLabelText } from '../../domain/label/parse-label.ts'
import { malformed, withoutDatabase } from '../../domain/standing/decide-authenticity.ts'
import type { Resolution, ScanDeps } from './resolution.ts'
import { resolveLabel } from './resolve.ts'

/**
 * Judges any text of a scan. A label that leads to a host which is not ours is a copy that leads
 * elsewhere, whether or not its signature holds.
 */
export async function resolveText(
  deps: ScanDeps & { readonly ownHosts: ReadonlySet<string> },
  text: string,
): Promise<Resolution> {
  const { host, label } = readLabelText(text)
  const refused = { kind: 'not_genuine', checkedAt: deps.now() } as const
  if (label === null) return { ...refused, ...malformed(isAlteredLabel(text)) }
  if (host !== null && !deps.ownHosts.has(host)) {
    return { ...refused, ...withoutDatabase('foreign_host') }
  }
  return resolveLabel(deps, label)
}
