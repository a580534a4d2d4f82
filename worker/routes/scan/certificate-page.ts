import { labelSlots } from '../../../site/page-models.ts'
import type { PublicCode } from '../../domain/codes/public-code.ts'
import { labelPath } from '../../domain/label/parse-label.ts'
import type { Deps } from '../../http/app-env.ts'
import { contentSecurityPolicy, SCAN_HEADERS, SECURITY_HEADERS } from '../../http/headers.ts'
import { issuerOf } from '../../http/issuer-of.ts'
import type { Language } from '../../lib/text/local-text.ts'
import { findPublicCode } from '../../verbs/codes/public-find-code.ts'
import type { Resolution } from '../../verbs/scan/resolution.ts'
import { toVerdict } from '../../verbs/scan/verdict.ts'

export type CertificateResolution = Extract<Resolution, { kind: 'certificate' }>

/**
 * The page of a genuine certificate: the answer on top, the facts of the code to compare the paper
 * with, and the way to the code's own page. Certificates are scanned seldom, so each is rendered.
 */
export async function certificatePage(
  deps: Deps,
  resolution: CertificateResolution,
  lang: Language,
): Promise<Response> {
  const verdict = toVerdict(resolution)
  const page = await deps.pages.render({
    kind: 'certificate',
    lang,
    demo: deps.demo,
    issuer: issuerOf(deps),
    verdict,
    code: resolution.code,
    entry: await entryOf(deps, resolution.code),
    issuedAt: resolution.issuedAt,
    today: resolution.today,
    slots: labelSlots(verdict, lang, labelPath(resolution.label)),
  })
  return new Response(page.html, {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': lang,
      'content-security-policy': contentSecurityPolicy(page.styleHash),
      ...SECURITY_HEADERS,
      ...SCAN_HEADERS,
    },
  })
}

/** The answer stands without the facts where they cannot be read. */
async function entryOf(deps: Deps, code: string): Promise<PublicCode | null> {
  try {
    const answer = await findPublicCode(deps, code, { dispensable: true })
    return answer.kind === 'found' ? answer.entry : null
  } catch {
    return null
  }
}
