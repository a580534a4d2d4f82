import type { CodeStatus } from '../standing/types.ts'

/**
 * Why a code is suspended, restored, revoked or otherwise decided on: the reasons of provincial
 * plans and of Decree 38/2026, and those that no violation is behind.
 */
export const DECISION_REASONS = [
  'importing_country_rules',
  'phytosanitary',
  'food_safety',
  'fraud',
  'banned_chemicals',
  'forged_papers',
  'holder_request',
  'validity_ended',
  'granted',
  'remedied',
  'reissued',
  'corrected',
  'other',
] as const

export type DecisionReason = (typeof DECISION_REASONS)[number]

export function isDecisionReason(text: string): text is DecisionReason {
  return (DECISION_REASONS as readonly string[]).includes(text)
}

const VIOLATIONS: readonly DecisionReason[] = [
  'importing_country_rules',
  'phytosanitary',
  'food_safety',
  'fraud',
  'banned_chemicals',
  'forged_papers',
]

/** A reason that never makes a code active: published beside “active” it would accuse and acquit at once. */
export function isViolation(reason: DecisionReason): boolean {
  return VIOLATIONS.includes(reason)
}

/** Statuses an officer may decide, in the order they are offered. */
export const DECIDED_STATUSES = [
  'suspended',
  'active',
  'revoked',
  'cancelled',
  'expired',
  'pending_foreign_approval',
] as const satisfies readonly CodeStatus[]
