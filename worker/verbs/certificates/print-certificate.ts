import { readCertificate } from '../../../db/queries/certificates.ts'
import { findPublicCodes } from '../../../db/queries/public-codes.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import type { PublicCode } from '../../domain/codes/public-code.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { publicCodeView } from '../codes/public-code-view.ts'
import type { VerbContext } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { loadSigningKey } from '../keys/load-signing-key.ts'
import { certificateUrl } from './certificate-url.ts'
import { loadCertifiedCode } from './load-certified-code.ts'

export type PrintedCertificate = {
  readonly entry: PublicCode
  readonly issuedAt: number
  readonly kid: string
  /** When it is printed; statuses are those of that day. */
  readonly printedAt: number
  readonly grantedOn: string | null
  readonly documentNo: string | null
  readonly url: string
}

/**
 * What a certificate that was issued says, made again with the same signature. Only what is public
 * of the code stands on it. A revoked key signs nothing: `conflict`.
 */
export async function printCertificate({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { readonly code: string; readonly id: string }
}): Promise<PrintedCertificate> {
  const certified = await loadCertifiedCode(ctx, input.code)
  const { id: codeId, code } = certified
  const [issue, rows] = await Promise.all([
    readCertificate(ctx.db, { codeId, id: input.id }),
    findPublicCodes(ctx.db, { code, searchKey: codeSearchKey(code) }),
  ])
  const row = rows.find((found) => found.code === code)
  if (issue === null || row === undefined) {
    throw notFound(THINGS.certificate)
  }
  const { kid, issuedAt } = issue
  const key = await loadSigningKey({ ctx, input: { purpose: 'reprint', kid } })
  const printedAt = ctx.now()
  return {
    entry: publicCodeView(row, vietnamDateOf(printedAt)),
    ...{ issuedAt, kid, printedAt },
    grantedOn: certified.issuedOn,
    documentNo: certified.documentNo,
    url: await certificateUrl(ctx, key, code),
  }
}
