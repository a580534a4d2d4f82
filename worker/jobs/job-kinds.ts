import type { AnyJobKind } from '../verbs/jobs/job-kind.ts'

export type JobKinds = ReadonlyMap<string, AnyJobKind>

/** Kinds by their names. */
export function kindsOf(...kinds: readonly AnyJobKind[]): JobKinds {
  return new Map(kinds.map((kind) => [kind.name, kind]))
}

/** Every kind of work that goes on after its request. A new one is a file of its own and a line here. */
export const JOB_KINDS: JobKinds = kindsOf()
