/** How much of what a batch was made of a link tells: nothing, one step back, or the whole way. */
export const TRACE_REACHES = ['none', 'step', 'whole'] as const
export type TraceReach = (typeof TRACE_REACHES)[number]
