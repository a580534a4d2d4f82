import type { WireProblem } from '../../../worker/domain/outbox/outbox-item.ts'

/** Why sending came to its end before all was sent. */
export type Halt =
  | { readonly status: 'offline' }
  | { readonly status: 'busy'; readonly retryAfterMs: number | null }
  | { readonly status: 'sign_in'; readonly problem: WireProblem | null }
