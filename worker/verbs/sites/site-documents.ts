import * as z from 'zod'
import {
  type DocumentRow,
  documentStands,
  insertSiteDocument,
  isNewDocument,
  readSiteDocument,
  withdrawSiteDocument,
} from '../../../db/queries/sites-documents.ts'
import { fillAll } from '../../copy/fill.ts'
import type { AuditAction } from '../../copy/portal/audit-names.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { MEDIA_TYPES, mediaTypeOf } from '../../lib/files/media-type-of.ts'
import { stripLocation } from '../../lib/files/strip-location.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { normaliseText } from '../../lib/text/normalise-text.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { optionalText } from '../../resources/read-text.ts'
import { told } from '../../resources/told.ts'
import { type AuditEntry, change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type VerbContext } from '../context.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { toHex } from '../imports/to-hex.ts'
import { openSite, openSiteForWriting, siteChanged } from './open-site.ts'

/** What papers are kept of a place. */
export const DOCUMENT_KINDS = [
  'land_use',
  'gap_certificate',
  'contract',
  'inspection',
  'test_result',
  'food_safety',
  'procedure',
  'commitment',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024

const documentInput = z.object({
  kind: z.enum(DOCUMENT_KINDS, told(SITE_REFUSALS.documentKind)),
  title: optionalText(200),
})

/**
 * Keeps a paper with a place. The kind of file is told by its bytes; pictures lose where and when
 * they were taken. Throws `invalid_input` on `file` for what is not kept, `conflict` for a paper that
 * is there already.
 */
export async function addSiteDocument({
  ctx,
  files,
  input,
}: {
  ctx: VerbContext
  files: FileStore
  input: { id: string; kind: string; title: string; fileName: string; bytes: Uint8Array }
}): Promise<{ id: string }> {
  const site = await openSiteForWriting(ctx, input.id)
  const { kind, title } = parseInput(documentInput, input)
  const { mediaType, bytes } = acceptedFile(input)
  const fileName = tidyName(input.fileName, mediaType)
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  const row = {
    ...{ id: ctx.newId(), siteId: site.id, kind, mediaType, bytes: bytes.length },
    ...{ title: title ?? fileName, fileName },
    ...{ sha256: toHex(digest), storeKey: `sites/${ctx.newId()}` },
    ...{ createdAt: ctx.now(), actor: actorText(ctx.actor) },
  }
  // A file without a row is rubbish; a row without a file would be a broken promise.
  await files.put(row.storeKey, bytes)
  try {
    await change(ctx, {
      may: 'sites.write',
      target: targetOf(site),
      guards: [
        {
          holds: isNewDocument(site.id, row.sha256),
          refusal: () => alreadyKept(row.fileName),
        },
      ],
      statements: [insertSiteDocument(ctx.db, row)],
      audit: [documentAudit('site.document.add', row)],
    })
  } catch (error) {
    await files.remove(row.storeKey)
    throw error
  }
  return { id: row.id }
}

/** Takes a paper out of the list; the file stays. */
export async function withdrawDocument({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { id: string; documentId: string }
}): Promise<void> {
  const site = await openSiteForWriting(ctx, input.id)
  const row = await readSiteDocument(ctx.db, { siteId: site.id, id: input.documentId })
  if (row === null) throw noSuchDocument()
  if (row.withdrawnAt !== null) return
  await change(ctx, {
    may: 'sites.write',
    target: targetOf(site),
    guards: [{ holds: documentStands(row.id), refusal: siteChanged }],
    statements: [withdrawSiteDocument(ctx.db, { id: row.id, at: ctx.now() })],
    audit: [documentAudit('site.document.withdraw', row)],
  })
}

/** A paper with its bytes, for whoever may read the place. */
export async function openSiteDocument({
  ctx,
  files,
  input,
}: {
  ctx: VerbContext
  files: FileStore
  input: { id: string; documentId: string }
}): Promise<{ row: DocumentRow; bytes: Uint8Array }> {
  const site = await openSite(ctx, input.id)
  const row = await readSiteDocument(ctx.db, { siteId: site.id, id: input.documentId })
  const bytes = row === null || row.withdrawnAt !== null ? null : await files.get(row.storeKey)
  if (row === null || bytes === null) throw noSuchDocument()
  return { row, bytes }
}

function acceptedFile(input: { readonly fileName: string; readonly bytes: Uint8Array }) {
  const { fileName, bytes: given } = input
  if (given.length === 0) {
    throw wrongFile(fileName === '' ? SITE_REFUSALS.fileMissing : SITE_REFUSALS.fileEmpty)
  }
  if (given.length > MAX_DOCUMENT_BYTES) throw wrongFile(SITE_REFUSALS.fileTooLarge)
  const mediaType = mediaTypeOf(given)
  if (mediaType === null) {
    throw wrongFile(SITE_REFUSALS.fileKind)
  }
  const bytes = stripLocation(given, mediaType)
  if (bytes === null) throw wrongFile(SITE_REFUSALS.pictureBroken)
  return { mediaType, bytes }
}

/** The name as sent, without folders and control characters, ending as its kind does. */
function tidyName(name: string, mediaType: keyof typeof MEDIA_TYPES): string {
  const last = normaliseText(name, 'NFC').split(/[\\/]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{Cc}\p{Cf}\s"<>|:*?]+/gu, ' ')
    .trim()
    .slice(0, 100)
    .toWellFormed()
  return `${stem === '' ? 'giay-to' : stem}.${MEDIA_TYPES[mediaType]}`
}

function documentAudit(
  action: AuditAction,
  row: Pick<DocumentRow, 'siteId' | 'kind' | 'title' | 'fileName' | 'sha256'>,
): AuditEntry {
  const { siteId, kind, title, fileName, sha256 } = row
  const after = { kind, title, fileName, sha256 }
  return { action, entity: 'site', entityId: siteId, after }
}

function wrongFile(text: LocalText) {
  return invalidInput([{ path: 'file', text }])
}

function noSuchDocument() {
  return notFound(THINGS.document)
}

function alreadyKept(fileName: string) {
  return conflict(fillAll(SITE_REFUSALS.alreadyKept, { fileName }))
}
