import { DECISION_REASON_NAMES } from '../copy/portal/decision.ts'
import { PROPOSALS_COPY as W } from '../copy/portal/proposals.ts'
import { choice, day, line } from './fields.ts'

const { importing_country_rules, phytosanitary, food_safety, fraud } = DECISION_REASON_NAMES
const { banned_chemicals, forged_papers } = DECISION_REASON_NAMES

/** What an inspector says who proposes that a code be suspended. */
export const PROPOSAL = {
  fields: {
    market: line({ label: W.market, max: 10 }),
    reasonCode: choice({
      label: W.reason,
      choices: {
        ...{ importing_country_rules, phytosanitary, food_safety },
        ...{ fraud, banned_chemicals, forged_papers },
      },
    }),
    reason: line({ label: W.details, hint: W.detailsHint, max: 500 }),
  },
}

/** What an officer adds who confirms it. */
export const PROPOSAL_CONFIRMATION = {
  fields: {
    effectiveOn: day({ label: W.effectiveOn, row: 'paper' }),
    documentNo: line({ label: W.documentNo, max: 100, code: true, row: 'paper' }),
  },
}

export const PROPOSAL_REFUSAL = { fields: { refusal: line({ label: W.refusal, max: 500 }) } }
