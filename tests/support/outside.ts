import type { SignedIn } from '../../worker/http/accounts/accounts.ts'
import { NO_LIMITS } from '../../worker/http/accounts/attempt-limits.ts'
import type { Deps } from '../../worker/http/app-env.ts'
import type { FileStore } from '../../worker/platform/file-store.ts'
import { createJobSlot } from '../../worker/platform/job-slot.ts'
import type { Letter, Mailer } from '../../worker/platform/mailer.ts'

/** Files that live as long as the test. */
export function memoryFiles(): FileStore & { readonly kept: ReadonlyMap<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async (key) => kept.get(key) ?? null,
    remove: async (key) => void kept.delete(key),
  }
}

/** Letters that would have been sent. */
export function keptLetters(): Mailer & { readonly letters: readonly Letter[] } {
  const letters: Letter[] = []
  return { letters, connected: true, send: async (letter) => void letters.push(letter) }
}

/** The parts of `Deps` that a test seldom cares for: nobody is signed in. */
export function outside(
  signedIn: SignedIn | null = null,
): Pick<
  Deps,
  | 'accounts'
  | 'files'
  | 'archives'
  | 'pictures'
  | 'mailer'
  | 'pageFacts'
  | 'verifyLimit'
  | 'clientAddress'
  | 'jobSlot'
  | 'jobQueue'
> {
  return {
    accounts: {
      signedIn: async () => signedIn,
      wasSignedIn: () => signedIn !== null,
      signIn: async () => ({ kind: 'wrong' }),
      signOut: async () => 'goc.session_token=; Max-Age=0',
      switchOrganisation: async () => false,
      limits: NO_LIMITS,
      originOf: () => ({ device: null, deviceOf: () => null, network: null }),
      knowDevice: () => 'goc.device=; Max-Age=0',
      handle: async () => new Response(null, { status: 404 }),
    },
    ...{ verifyLimit: null, clientAddress: () => null },
    files: memoryFiles(),
    archives: null,
    pictures: { shrink: async () => [], decode: async () => null, codes: async () => [] },
    mailer: keptLetters(),
    jobSlot: createJobSlot(),
    jobQueue: null,
    // Who is signed in here never learns that something changed, so nothing is kept.
    pageFacts: { read: ({ load }) => load() },
  }
}
