import { fill } from '../../worker/copy/fill.ts'
import { formatOn } from '../../worker/copy/format.ts'
import { nameIn, ROLES } from '../../worker/copy/names.ts'
import { SCAN_COPY as W } from '../../worker/copy/scan.ts'
import type { ActorView, VouchedView } from '../../worker/domain/standing/provenance.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

/** Whose word it is, in words: who declared it, and who confirmed it. */
export type Vouched = { readonly declared: string | null; readonly verified: string | null }

/** Null for what documents from before this was told say nothing of. */
export function vouchedText(
  { declaredBy, verifiedBy }: VouchedView,
  lang: Language,
): Vouched | null {
  if (declaredBy === undefined && verifiedBy === undefined) return null
  return {
    declared:
      declaredBy == null ? null : fill(W.declaredBy[lang], { name: actorName(declaredBy, lang) }),
    verified:
      verifiedBy == null
        ? null
        : byOn(verifiedBy, { by: W.confirmedBy, byOn: W.confirmedByOn, lang }),
  }
}

/** Who it was, by name where that may be told. */
export function actorName(actor: ActorView, lang: Language): string {
  return actor.name.trim() || nameIn(ROLES, actor.role, lang)
}

/** What somebody did, and on which day where that is known. */
export function byOn(
  actor: ActorView,
  said: {
    readonly by: (typeof W)['verifiedBy' | 'confirmedBy']
    readonly byOn: (typeof W)['verifiedByOn' | 'confirmedByOn']
    readonly lang: Language
  },
): string {
  const { by, byOn: byOnDay, lang } = said
  const name = actorName(actor, lang)
  return actor.on === null
    ? fill(by[lang], { name })
    : fill(byOnDay[lang], { name, date: formatOn(actor.on, lang) })
}
