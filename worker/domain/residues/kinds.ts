/**
 * `planned`: to be taken; `taken`: at the laboratory; `reported`: its results are here; `dropped`: was
 * planned and will not be taken.
 */
export const SAMPLE_STATES = ['planned', 'taken', 'reported', 'dropped'] as const
export type SampleState = (typeof SAMPLE_STATES)[number]

/** How a result stands to its figure. `below`: nothing was found, or less than can be told. */
export const RESULT_RELATIONS = ['equal', 'below'] as const
export type ResultRelation = (typeof RESULT_RELATIONS)[number]

/** What a result means for a market. `no_limit`: nothing is known to hold it against, which is no pass. */
export const RESIDUE_VERDICTS = ['failed', 'undecided', 'no_limit', 'passed'] as const
export type ResidueVerdict = (typeof RESIDUE_VERDICTS)[number]
