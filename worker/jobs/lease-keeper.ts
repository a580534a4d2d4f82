import { type Lease, type LeaseNews, renewLease } from '../../db/queries/job-leases.ts'
import type { Deps } from '../http/app-env.ts'
import type { GiveWay } from '../lib/steps/give-way.ts'

/** How long a runner that is not heard of keeps its job from others. */
export const LEASE_MS = 30_000
const RENEW_AFTER_MS = 8_000
const RETRY_AFTER_MS = 2_000

/** Somebody else has the job, or it is no more: nothing further may be written for it. */
export class LeaseLost extends Error {}

/** Whoever may has asked the job to stop. */
export class JobCancelled extends Error {}

type Progress = { readonly done: number; readonly total: number | null }

export type LeaseKeeper = {
  /** Of the context the work is done in; see `OpenJob`. */
  readonly giveWay: GiveWay
  readonly tell: (progress: Progress) => void
  readonly progress: () => Progress
  /** A slice was stored, and with it the lease's new end. */
  readonly stored: (progress: Progress & { readonly until: number }) => void
}

/** Keeps a lease alive while its holder computes, and says when it must stop. */
export function keepLease(
  deps: Pick<Deps, 'db' | 'now' | 'giveWay' | 'jobSlot'>,
  input: {
    readonly lease: Lease
    readonly until: number
    readonly progress: Progress
    readonly canBeCancelled: boolean
  },
): LeaseKeeper {
  let { until, progress } = input
  let renewAt = until - LEASE_MS + RENEW_AFTER_MS
  const renewed = (newUntil: number) => {
    until = newUntil
    renewAt = until - LEASE_MS + RENEW_AFTER_MS
    deps.jobSlot.keep(until)
  }
  const renew = async () => {
    const newUntil = deps.now() + LEASE_MS
    let news: LeaseNews | null
    try {
      news = await renewLease(deps.db(), input.lease, { until: newUntil, ...progress })
    } catch (error) {
      // A database that does not answer for a moment ends nothing: the lease is still ours.
      if (deps.now() >= until) throw error
      renewAt = deps.now() + RETRY_AFTER_MS
      return
    }
    if (news === null) throw new LeaseLost()
    renewed(newUntil)
    if (news.cancelAsked && input.canBeCancelled) throw new JobCancelled()
  }
  const restAndRenew = async (rest: Promise<void> | undefined) => {
    await rest
    if (deps.now() >= renewAt) await renew()
  }
  return {
    giveWay: () => {
      const rest = deps.giveWay()
      return rest === undefined && deps.now() < renewAt ? undefined : restAndRenew(rest)
    },
    tell: (told) => {
      progress = { done: told.done, total: told.total }
    },
    progress: () => progress,
    stored: ({ until: newUntil, done, total }) => {
      progress = { done, total }
      renewed(newUntil)
    },
  }
}
