import { CompactSign } from 'jose'
import type { Statement } from '../../../db/queries/run-batch.ts'
import {
  insertSignedPaper,
  type PaperSubject,
  readSignedPaper,
  type SignedPaperRow,
} from '../../../db/queries/signed-papers.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { isoInstant } from '../../lib/time/iso-instant.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { authorityOf } from '../cases/desk-place.ts'
import { change, type Right } from '../change.ts'
import { actorText, type FileCall, type Lookup } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { keepFile } from '../papers/keep-file.ts'
import { loadDocumentKey } from './document-key.ts'

type Given = PaperSubject & {
  readonly right: Right
  readonly fileName: string
  readonly pdf: Uint8Array
  /** The authority in whose name it is made. */
  readonly authority: string | null
  /** What it is of, as people name it. */
  readonly about: string
  /** What else belongs to the paper, for its batch. */
  readonly also: (paper: SignedPaperRow) => readonly Statement[]
}

/**
 * Keeps a paper and signs what it is: a JWS over its name, size, SHA-256, time and authority. The
 * signature stands in a file beside the paper, for a file cannot hold the signature of itself; and it
 * covers the hash, not the bytes, so that any tool that knows JWS and SHA-256 checks it.
 */
export async function makeSignedPaper({
  ctx,
  files,
  input,
}: FileCall<Given>): Promise<{ id: string }> {
  const { entity, entityId, right, fileName, pdf, authority, about } = input
  const key = await loadDocumentKey(ctx, right)
  const [sha256, madeAt] = [await sha256Hex(pdf), ctx.now()]
  const claims = {
    file: fileName,
    bytes: pdf.length,
    sha256,
    about,
    authority,
    madeAt: isoInstant(madeAt),
  }
  const payload = new TextEncoder().encode(JSON.stringify(claims))
  const jws = await new CompactSign(payload)
    .setProtectedHeader({ alg: 'Ed25519', kid: key.kid, typ: 'goc-paper+jws' })
    .sign(key.privateKey)
  const row: SignedPaperRow = {
    ...{ id: ctx.newId(), entity, entityId, fileName, bytes: pdf.length, sha256 },
    ...{ storeKey: `signed/${ctx.newId()}`, jws, madeAt },
    authorityId: authorityOf(ctx.actor),
    actor: actorText(ctx.actor),
  }
  return keepFile(files, { storeKey: row.storeKey, bytes: pdf }, () =>
    change(ctx, {
      ...right,
      statements: [insertSignedPaper(ctx.db, row), ...input.also(row)],
      audit: { action: 'paper.make', entity, entityId, after: { fileName, sha256 } },
      receipt: { id: row.id },
    }),
  )
}

/** A paper that was made of a thing, which the caller has opened. */
export async function openSignedPaper({
  ctx,
  files,
  input,
}: {
  ctx: Lookup
  files: FileStore
  input: PaperSubject & { readonly id: string }
}): Promise<{ row: SignedPaperRow; bytes: Uint8Array }> {
  const row = await readSignedPaper(ctx.db, input, input)
  const bytes = row === null ? null : await files.get(row.storeKey)
  if (row === null || bytes === null) throw notFound(THINGS.paper)
  return { row, bytes }
}
