import type { JobRow } from '../../../db/queries/jobs.ts'
import type { WorkView } from '../../../site/models/work-view.ts'
import { asSentence } from '../../copy/as-sentence.ts'
import { fill } from '../../copy/fill.ts'
import { formatAt } from '../../copy/format.ts'
import { JOB_COPY as W } from '../../copy/portal/job.ts'
import type { Language } from '../../lib/text/local-text.ts'

const REFRESH_SECONDS = 2
/** While nothing happens before a certain time, looking often is for nothing. */
const SLOW_REFRESH_SECONDS = 10

/** Work that goes on, for its page: how far it is, what stands in its way, how it is stopped. */
export function workView(input: {
  readonly job: JobRow
  readonly text: string
  readonly lang: Language
  /** Epoch milliseconds. */
  readonly now: number
  /** Null where it is not stopped half-way. */
  readonly cancel: { readonly action: string; readonly button: string } | null
}): WorkView {
  const { job, text, lang, now, cancel } = input
  const { done, total, problem, cancelAskedAt } = job
  const isStopping = cancelAskedAt !== null && cancel !== null
  const waits = job.dueAt > now && problem !== null && !isStopping
  return {
    text: isStopping ? W.stopping[lang] : text,
    trouble: waits
      ? fill(W.willRetry[lang], {
          problem: asSentence(problem[lang], lang),
          at: formatAt(job.dueAt, lang),
        })
      : null,
    progress: total === null ? null : { done, total },
    cancel: isStopping ? null : cancel,
    refreshSeconds: waits ? SLOW_REFRESH_SECONDS : REFRESH_SECONDS,
  }
}
