import { readLabelText } from '../../domain/label/parse-label.ts'
import { withoutDatabase } from '../../domain/standing/decide-authenticity.ts'
import { type Resolution, resolveLabel, type ScanDeps } from './resolve.ts'

/**
 * Judges any text of a scan. A label that leads to a host which is not ours is a copy that leads
 * elsewhere, whether or not its signature holds.
 */
export async function resolveText(
  deps: ScanDeps & { readonly ownHosts: ReadonlySet<string> },
  text: string,
): Promise<Resolution> {
  const { host, label } = readLabelText(text)
  const refuse = (code: 'malformed' | 'foreign_host'): Resolution => ({
    kind: 'not_genuine',
    ...withoutDatabase(code),
    checkedAt: deps.now(),
  })
  if (label === null) return refuse('malformed')
  if (host !== null && !deps.ownHosts.has(host)) return refuse('foreign_host')
  return resolveLabel(deps, label)
}
