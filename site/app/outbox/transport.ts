import type {
  OutboxItem,
  OutboxResult,
  WireProblem,
} from '../../../worker/domain/outbox/outbox-item.ts'

/** What came back over the line. Only `ok` and `refused` say what became of what was sent. */
export type Reply<T> =
  | { readonly status: 'ok'; readonly value: T }
  /** The whole request was turned down; the same again would be too. */
  | { readonly status: 'refused'; readonly problem: WireProblem }
  /** Nobody is signed in, or somebody else is: see the problem. */
  | { readonly status: 'sign_in'; readonly problem: WireProblem | null }
  /** No answer, half of one, or one of somebody in between. */
  | { readonly status: 'offline' }
  /** The server asks for patience. */
  | { readonly status: 'busy'; readonly retryAfterMs: number | null }

/** What an answer says of the server's clock. */
export type ServerTime = {
  readonly serverAt: number
  readonly sentAt: number
  readonly receivedAt: number
}

/** The line to the server. It throws nothing: what goes wrong is a reply. */
export type OutboxTransport = {
  /** Whether the server has the photo whole. */
  readonly hasPhoto: (photo: PhotoName) => Promise<Reply<boolean>>
  readonly putPhoto: (
    photo: PhotoName & { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string },
  ) => Promise<Reply<null>>
  readonly send: (input: {
    readonly accountId: string
    readonly items: readonly OutboxItem[]
  }) => Promise<Reply<readonly OutboxResult[]>>
}

export type PhotoName = { readonly accountId: string; readonly sha256: string }
