import {
  readCertificate,
  readCertificateForm,
  readCertificateOrdinal,
} from '../../../db/queries/certificates.ts'
import { findPublicCodes } from '../../../db/queries/public-codes.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import type { PublicCode } from '../../domain/codes/public-code.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { publicCodeView } from '../codes/public-code-view.ts'
import type { Call } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { loadSigningKey } from '../keys/load-signing-key.ts'
import { boundaryCorners, type Corner } from './boundary-corners.ts'
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
  /** Its own number: the how-manieth of the code, the year, the code. */
  readonly number: string
  readonly hamlet: string | null
  readonly formerDistrict: string | null
  readonly corners: readonly Corner[]
  readonly url: string
}

/**
 * What a certificate that was issued says, made again with the same signature. Whoever may print one
 * is the holder or answers for the place, so holder and site stand there by their full names. A
 * revoked key signs nothing: `conflict`.
 */
export async function printCertificate({
  ctx,
  input,
}: Call<{ readonly code: string; readonly id: string }>): Promise<PrintedCertificate> {
  const certified = await loadCertifiedCode(ctx, input.code)
  const { id: codeId, code } = certified
  const [issue, rows, form] = await Promise.all([
    readCertificate(ctx.db, { codeId, id: input.id }),
    findPublicCodes(ctx.db, { code, searchKey: codeSearchKey(code) }),
    readCertificateForm(ctx.db, certified.siteId),
  ])
  const row = rows.find((found) => found.code === code)
  if (issue === null || row === undefined || form === null) throw notFound(THINGS.certificate)
  const { kid, issuedAt } = issue
  const key = await loadSigningKey({ ctx, input: { purpose: 'reprint', kid } })
  const printedAt = ctx.now()
  const ordinal = String(await readCertificateOrdinal(ctx.db, issue)).padStart(2, '0')
  const year = vietnamDateOf(issuedAt).slice(0, 4)
  const shown = publicCodeView(row, vietnamDateOf(printedAt))
  return {
    entry: {
      ...shown,
      name: form.siteName,
      holder: { ...shown.holder, name: certified.organisationName },
    },
    ...{ issuedAt, kid, printedAt },
    grantedOn: certified.issuedOn,
    documentNo: certified.documentNo,
    number: `${ordinal}/${year}/${code}`,
    hamlet: form.hamlet,
    formerDistrict: form.formerDistrict,
    corners: form.boundary === null ? [] : boundaryCorners(form.boundary),
    url: await certificateUrl(ctx, key, code),
  }
}
