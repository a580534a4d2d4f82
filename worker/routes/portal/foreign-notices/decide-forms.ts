import { fill } from '../../../copy/fill.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import { isViolation } from '../../../domain/codes/decision-reasons.ts'
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
import type { PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { backOf, headOf } from './act-forms.ts'
import { filterOf, noticePath, queryOf } from './item-filter.ts'

/** What most notices are about. */
const USUAL = { suspend: 'importing_country_rules', restore: 'remedied' } as const

/** Suspending and restoring all codes that are meant, in the market of the notice: one screen each. */
export const noticeDecisionForms: readonly PortalRoute[] = NOTICE_EFFECTS.flatMap(decisionForm)

function decisionForm(effect: NoticeEffect): readonly PortalRoute[] {
  return recordForm({
    path: `/portal/foreign-notices/:id/${effect}`,
    may: 'foreign.decide',
    load: async (portal) => {
      const filter = filterOf(portal)
      const selected = await selectForEffect(portal.ctx, { id: portal.param('id'), filter }, effect)
      return { filter, selected, today: vietnamDateOf(portal.ctx.now()) }
    },
    values: ({ today }) => ({ effectiveOn: today, reasonCode: USUAL[effect] }),
    back: ({ filter, selected }) => backOf(selected.row.id, filter),
    act: async ({ ctx, deps, param, texts, confirmed }, { filter }) =>
      // Each stretch of decisions is a change of its own, so the form's key cannot keep them; sent
      // again it finds nothing left to decide.
      decideNotice({
        ...{ ctx, files: deps.files, effect },
        input: { id: param('id'), filter, texts, confirmed },
      }),
    tells: true,
    done: 'decided',
    page: ({ lang }, { loaded: { filter, selected } }) => ({
      ...headOf({ title: W[effect], selected, lang }),
      note: noteOf(selected, { effect, lang }),
      action: `${noticePath(selected.row.id)}/${effect}${queryOf(filter)}`,
      save: W[effect][lang],
      inputs: inputsOf(effect, lang),
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
