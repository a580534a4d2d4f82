import { fill } from '../../../copy/fill.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import { isViolation } from '../../../domain/codes/decision-reasons.ts'
import { sendLetters } from '../../../jobs/send-letters.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { NOTICE_DECISION } from '../../../resources/foreign-notice.ts'
import { formInputs } from '../../../resources/form.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import {
  type Decidable,
  decideNotice,
  heldText,
  NOTICE_EFFECTS,
  type NoticeEffect,
  selectForEffect,
} from '../../../verbs/foreign-notices/decide-codes.ts'
import { formRoute } from '../form-route.ts'
import { confirmedIn, typedValues } from '../form-view.ts'
import type { PortalRoute } from '../portal-route.ts'
import { backOf, doneAt, headOf } from './act-forms.ts'
import { filterOf, noticePath, queryOf } from './item-filter.ts'

/** What most notices are about. */
const USUAL = { suspend: 'importing_country_rules', restore: 'remedied' } as const

/** Suspending and restoring all codes that are meant, in the market of the notice: one screen each. */
export const noticeDecisionForms: readonly PortalRoute[] = NOTICE_EFFECTS.flatMap(decisionForm)

function decisionForm(effect: NoticeEffect): readonly PortalRoute[] {
  return formRoute({
    path: `/portal/foreign-notices/:id/${effect}`,
    may: 'foreign.decide',
    load: async (portal) => {
      const filter = filterOf(portal)
      const selected = await selectForEffect(portal.ctx, { id: portal.param('id'), filter }, effect)
      return { filter, selected, today: vietnamDateOf(portal.ctx.now()) }
    },
    values: ({ today }) => ({ effectiveOn: today, reasonCode: USUAL[effect] }),
    act: async (portal, { filter }) => {
      const { ctx, deps, form } = portal
      const [id, texts] = [portal.param('id'), typedValues(form)]
      // Each stretch of decisions is a change of its own, so the form's key cannot keep them; sent
      // again it finds nothing left to decide.
      await decideNotice({
        ...{ ctx, files: deps.files, effect },
        input: { id, filter, texts, confirmed: confirmedIn(texts) },
      })
      deps.waitUntil(sendLetters(deps))
      return doneAt(id, filter, 'decided')
    },
    page: ({ lang }, { loaded: { filter, selected }, form }) => ({
      kind: 'portal/record',
      ...headOf({ title: W[effect], selected, lang }),
      note: noteOf(selected, { effect, lang }),
      id: null,
      action: `${noticePath(selected.row.id)}/${effect}${queryOf(filter)}`,
      backHref: backOf(selected.row.id, filter),
      save: W[effect][lang],
      inputs: inputsOf(effect, lang),
      form,
    }),
  })
}

function noteOf(
  { held, items }: Decidable,
  { effect, lang }: { readonly effect: NoticeEffect; readonly lang: Language },
): string {
  const own = effect === 'suspend' ? W.suspendNote : W.restoreNote
  return [
    items.length === 0 ? W.actNothing[lang] : own[lang],
    ...(held.length === 0 ? [] : [fill(W.heldNote[lang], { held: heldText(held) })]),
  ].join(' ')
}

/** A reason that accuses never makes a code active. */
function inputsOf(effect: NoticeEffect, lang: Language): FormInput[] {
  return formInputs(NOTICE_DECISION, { lang }).map((input) =>
    input.name !== 'reasonCode' || effect === 'suspend'
      ? input
      : {
          ...input,
          choices: (input.choices ?? []).filter(({ value }) => !isViolation(value as never)),
        },
  )
}
