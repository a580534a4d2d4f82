/** What the outline of a place may be asked for: none was handed in, or it lies over another one. */
export const OUTLINE_QUESTIONS = ['missing', 'overlapping'] as const
export type OutlineQuestion = (typeof OUTLINE_QUESTIONS)[number]
