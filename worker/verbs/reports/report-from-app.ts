import { isDatabaseUnavailable } from '../../../db/errors.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { PROBLEM_REPORT } from '../../resources/problem-report.ts'
import { inputOf } from '../../resources/resource.ts'
import { hashSecret } from '../accounts/link-secret.ts'
import type { VerbContext } from '../context.ts'
import { hashOfRequest } from '../guard/do-once.ts'
import { parseInput } from '../guard/parse-input.ts'
import { type KeptPhoto, keepReportPhoto } from './keep-report-photo.ts'
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
    /** The bytes of its photo as they were sent. */
    readonly photo: Uint8Array | null
  },
): Promise<'stored' | 'already'> {
  const { deps, id, body, photo: bytes } = input
  const values = parseInput(inputOf(PROBLEM_REPORT), body)
  if (values.provinceCode !== null) await requireProvince(ctx, values.provinceCode)
  const label = await readReportedLabel(deps, body.label ?? '')
  const joinKey = joinKeyOf({ reason: values.reason, label })
  const { files } = deps
  const photo = bytes === null ? null : await keepReportPhoto(ctx, { files, bytes, joinKey })
  return withPhoto(files, photo, async () =>
    makeReport(ctx, {
      ...values,
      receiptHash: await hashSecret(`app ${id}`),
      requestHash: await hashOfRequest(JSON.stringify(body)),
      lang: body.lang ?? 'vi',
      label,
      photo,
      doubts: [],
      setAside: false,
    }),
  )
}

/** Takes a photo away again that no report came to show. */
async function withPhoto(
  files: FileStore,
  photo: KeptPhoto | null,
  store: () => Promise<'stored' | 'already'>,
): Promise<'stored' | 'already'> {
  const drop = async () => {
    if (photo !== null) await files.remove(photo.photoKey)
  }
  try {
    const became = await store()
    if (became === 'already') await drop()
    return became
  } catch (error) {
    // Where the answer was not heard the report may be there, and shows it.
    if (!isDatabaseUnavailable(error)) await drop()
    throw error
  }
}
