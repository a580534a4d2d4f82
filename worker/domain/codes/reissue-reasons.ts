/** Why a code is re-issued: what changed since it was granted. */
export const REISSUE_REASONS = ['owner', 'area', 'households', 'name', 'administrative'] as const

export type ReissueReason = (typeof REISSUE_REASONS)[number]
