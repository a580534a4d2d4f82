import type { DetailSection } from '../../../../../site/models/records.ts'
import { fill } from '../../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../../copy/format.ts'
import { SUSPENSION_COPY as W } from '../../../../copy/portal/suspension.ts'
import type { Language } from '../../../../lib/text/local-text.ts'
import type { SuspensionDecision } from '../../../../verbs/organisations/read-suspensions.ts'

/** When an organisation was suspended and let go on, why and by whom, with what may be decided next. */
export function suspensionSection(
  decisions: readonly SuspensionDecision[],
  shown: {
    readonly path: string
    readonly suspendedOn: string | null
    readonly mayDecide: boolean
    readonly lang: Language
  },
): DetailSection {
  const { path, suspendedOn, mayDecide, lang } = shown
  const next =
    suspendedOn === null
      ? { href: `${path}/suspend`, text: W.suspend[lang] }
      : { href: `${path}/lift`, text: W.lift[lang] }
  return {
    id: 'suspensions',
    title: W.title[lang],
    table: {
      columns: [W.decision, W.why, W.who].map((name) => ({ name: name[lang] })),
      rows: decisions.map(({ suspendedOn: on, reason, documentNo, at, by }) => [
        {
          text:
            on === null ? W.lifted[lang] : fill(W.suspendedFrom[lang], { on: formatOn(on, lang) }),
        },
        { text: reason, small: documentNo },
        { text: by ?? W.operator[lang], small: formatAt(at, lang) },
      ]),
      empty: W.never[lang],
    },
    links: mayDecide ? [next] : [],
  }
}
