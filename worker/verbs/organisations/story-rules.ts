import { ORGANISATION_COPY as W } from '../../copy/portal/organisation.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { invalidField } from '../guard/parse-input.ts'
import type { RecordRules } from '../records/save-record.ts'

/**
 * People are named in public with the day they agreed and not without (Law 91/2025/QH15): whoever
 * writes their names down says it, and means it again where the names change.
 */
export const STORY_RULES: RecordRules = {
  complete: async (ctx, { values }) => {
    const { people, peopleConsentOn: on } = values
    // A consent is to be named as one was, not for whoever comes later.
    if (people === null) return { peopleConsentOn: null }
    if (on === null) throw invalidField('peopleConsentOn', W.consentMissing)
    if (String(on) > vietnamDateOf(ctx.now())) throw invalidField('peopleConsentOn', W.consentAhead)
    return {}
  },
  ask: async (_, { values, before }) => {
    const isKept = before !== null && before['peopleConsentOn'] === values['peopleConsentOn']
    const named = before?.['people'] ?? null
    const isOther = named !== null && values['people'] !== null && named !== values['people']
    return isKept && isOther ? [{ code: 'consent_of_all', text: W.consentOfAll }] : []
  },
}
