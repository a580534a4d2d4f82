import type { FileStore } from '../../platform/file-store.ts'
import { PROBLEM_REPORT } from '../../resources/problem-report.ts'
import { inputOf } from '../../resources/resource.ts'
import { hashSecret } from '../accounts/link-secret.ts'
import type { VerbContext } from '../context.ts'
import { hashOfRequest } from '../guard/do-once.ts'
import { parseInput } from '../guard/parse-input.ts'
import { keepReportPhoto } from './keep-report-photo.ts'
import { joinKeyOf, makeReport } from './make-report.ts'
import { requireProvince } from './province-choices.ts'
import type { ReportBody } from './report-body-schema.ts'
import { readReportedLabel } from './reported-label.ts'

/** What a report needs beside the context of a verb: to judge its label, and to keep its photo. */
export type ReportDeps = Parameters<typeof readReportedLabel>[0] & { readonly files: FileStore }

/**
 * A report that somebody signed in kept on their device: what the form asks, the text of the label and
 * a photo. Stored once under the id the device gave it; nothing in it decides whether a program sent it.
 */
export async function reportFromApp(
  ctx: VerbContext,
  input: {
    readonly deps: ReportDeps
    readonly id: string
    readonly body: ReportBody
    /** As it was sent, and the key it lies under: kept once, however often and in how many reports. */
    readonly photo: { readonly bytes: Uint8Array; readonly storeKey: string } | null
  },
): Promise<'stored' | 'already'> {
  const { deps, id, body, photo: sent } = input
  const values = parseInput(inputOf(PROBLEM_REPORT), body)
  if (values.provinceCode !== null) await requireProvince(ctx, values.provinceCode)
  const label = await readReportedLabel(deps, body.label ?? '')
  const joinKey = joinKeyOf({ reason: values.reason, label })
  const photo = sent === null ? null : await keepPhoto(ctx, { files: deps.files, sent, joinKey })
  return makeReport(ctx, {
    ...values,
    receiptHash: await hashSecret(`app ${id}`),
    requestHash: await hashOfRequest(JSON.stringify(body)),
    lang: body.lang ?? 'vi',
    label,
    photo,
    doubts: [],
    setAside: false,
  })
}

function keepPhoto(
  ctx: VerbContext,
  given: {
    readonly files: FileStore
    readonly sent: { readonly bytes: Uint8Array; readonly storeKey: string }
    readonly joinKey: string | null
  },
) {
  const { files, sent, joinKey } = given
  const { bytes, storeKey } = sent
  return keepReportPhoto(ctx, { files, bytes, joinKey, photoKey: `reports/${storeKey}` })
}
