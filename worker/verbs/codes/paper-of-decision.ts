import type { Statement } from '../../../db/queries/run-batch.ts'
import { attachment } from '../../../db/schema/index.ts'
import { fill } from '../../copy/fill.ts'
import { CODE_FORM_COPY as W } from '../../copy/portal/code-form.ts'
import type { MediaType } from '../../lib/files/media-type-of.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { stripLocation } from '../../lib/files/strip-location.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { actorText, type VerbContext } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'

export const PAPER_MAX_BYTES = 10 * 1024 * 1024

/** What a paper may be, told by its first bytes and never by its name. */
const KINDS: readonly { readonly type: MediaType; readonly magic: readonly number[] }[] = [
  { type: 'application/pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
]

/**
 * Keeps the document of a decision and gives the statement that ties it to the decision, for its
 * batch. Throws `invalid_input` for what is no PDF, PNG or JPEG, for what is empty,
 * broken or too large.
 */
export async function paperOfDecision(input: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly file: File
  readonly documentNo: string
}): Promise<(eventId: string) => Statement[]> {
  const { ctx, files, file, documentNo } = input
  if (file.size > PAPER_MAX_BYTES) throw invalidField('paper', W.paperTooLarge)
  const given = new Uint8Array(await file.arrayBuffer())
  if (given.length === 0) throw invalidField('paper', W.paperEmpty)
  const kind = KINDS.find(({ magic }) => magic.every((byte, i) => given[i] === byte))
  if (kind === undefined) throw invalidField('paper', W.paperKind)
  // A photographed paper does not tell where the officer stood.
  const bytes = stripLocation(given, kind.type)
  if (bytes === null) throw invalidField('paper', W.paperBroken)
  const sha256 = await sha256Hex(bytes)
  const storeKey = `papers/${ctx.newId()}`
  await files.put(storeKey, bytes)
  return (eventId) => [
    ctx.db.insert(attachment).values({
      ...{ id: ctx.newId(), entity: 'code_status_event', entityId: eventId, kind: 'decision' },
      title: fill(W.paperTitle.vi, { no: documentNo }),
      fileName:
        file.name
          .replace(/[^\p{L}\p{N}. _-]/gu, '_')
          .slice(-120)
          .toWellFormed() || 'van-ban',
      ...{ mediaType: kind.type, bytes: bytes.byteLength, sha256, storeKey },
      ...{ createdAt: ctx.now(), actor: actorText(ctx.actor) },
    }),
  ]
}
