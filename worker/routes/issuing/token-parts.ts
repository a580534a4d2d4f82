import type { Scope } from '../../verbs/context.ts'

/** What an operation asks of a token: any one. */
export const anyToken = [{ bearer: [] }]

/** A token with this scope. */
export const scoped = (scope: Scope) => [{ bearer: [scope] }]

/** As ids look. */
export const EXAMPLE_ID = 'V1StGXR8_Z5jdHi6B-myT'
