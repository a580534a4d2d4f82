import { CERTIFICATE_REFUSALS } from '../../copy/refusals/certificates.ts'
import { isLabelCode } from '../../domain/label/subject.ts'
import type { CertificateFacts } from '../../domain/standing/certificate-standing.ts'
import { statusOn } from '../../domain/standing/status-on.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** Why no certificate of the code may be issued on a day; null when one may. */
export function certificateRefusal(facts: CertificateFacts, today: string): LocalText | null {
  if (facts.withdrawn) return CERTIFICATE_REFUSALS.withdrawn
  if (!isLabelCode(facts.code)) return CERTIFICATE_REFUSALS.notPrintable
  const active = facts.markets.some((market) => statusOn(facts.events, market, today) === 'active')
  return active ? null : CERTIFICATE_REFUSALS.notActive
}
