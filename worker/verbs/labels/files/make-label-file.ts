import * as z from 'zod'
import {
  type LabelFileRow,
  readLabelFile,
  setLabelFile,
} from '../../../../db/queries/label-files.ts'
import { fillAll } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { inEach } from '../../../copy/in-each.ts'
import { LABEL_FILE_COPY as W } from '../../../copy/portal/label-files.ts'
import type { PrintLabel, PrintLabels } from '../../../lib/print/index.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { jobKind } from '../../background/job-kind.ts'
import type { VerbContext } from '../../context.ts'
import { notifyStatement } from '../../notifications/notify-statement.ts'
import type { LabelFile } from '../label-file.ts'
import { type Reprint, reprint } from '../reprint.ts'
import { fileOfRequest } from './file-request.ts'
import { fingerprintOf } from './fingerprint.ts'
import { notesKey, partKey } from './part-keys.ts'
import { removeParts } from './remove-parts.ts'

/** Others have their turn between so many. */
const LABELS_AT_ONCE = 8

const cursor = z.object({
  generation: z.int(),
  fingerprint: z.string(),
  parts: z.int(),
  labels: z.int(),
  length: z.int(),
})
type Place = z.infer<typeof cursor>

/**
 * Makes a large file of labels, a part a slice: each is in the file store before the slice that names
 * it. Begun anew where what the labels say, or which they are, has changed since it was begun.
 */
export const makeLabelFile = jobKind({
  name: 'labels.file',
  input: z.object({}),
  cursor,
  canBeCancelled: true,
  run: async function* ({ ctx, files, subjectId, cursor: last }) {
    const row = await readLabelFile(ctx.db, subjectId)
    if (row === null) return { result: null }
    const { made, file } = await openedFile(ctx, row)
    const fingerprint = await fingerprintOf(made, file)
    const place =
      last?.fingerprint === fingerprint ? last : await begun(files, row, { last, fingerprint })
    const end = yield* parts({ ctx, files, row, made, file, place })
    return {
      result: null,
      statements: [
        setLabelFile(ctx.db, { ...noted(row.id, end), finishedAt: ctx.now() }),
        noticeOf(ctx, { row, made }),
      ],
    }
  },
})

type Making = {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly row: LabelFileRow
  readonly made: Reprint
  readonly file: LabelFile
}

/** The labels of a file as they would be printed today, by whoever asks. */
export async function openedFile(ctx: VerbContext, row: LabelFileRow) {
  const input = { runId: row.runId, from: row.fromSerial, to: row.toSerial }
  const made = await reprint({ ctx, input })
  return { made, file: await fileOfRequest(ctx, { made, request: row }) }
}

/** The start of a file; what an earlier beginning has left is taken away. */
async function begun(
  files: FileStore,
  { id }: LabelFileRow,
  { last, fingerprint }: { readonly last: Place | null; readonly fingerprint: string },
): Promise<Place> {
  const generation = last === null ? 0 : last.generation + 1
  if (last !== null) {
    await removeParts(files, { id, generation: last.generation, through: last.parts })
  }
  return { generation, fingerprint, parts: 0, labels: 0, length: 0 }
}

async function* parts({ ctx, files, row, made, file, ...at }: Making & { place: Place }) {
  const { id } = row
  const { total } = made
  const parted = file.parts()
  let { place } = at
  while (place.labels < total) {
    const count = Math.min(parted.labelsPerPart, total - place.labels)
    const labels = givingWay(ctx, made.labels({ from: place.labels, count }))
    const { bytes, notes } = await parted.part(place, labels)
    const key = { id, generation: place.generation, part: place.parts }
    await files.put(partKey(key), bytes)
    if (notes.length > 0) await files.put(notesKey(key), notes)
    place = grown(place, { labels: count, bytes })
    const statements = [setLabelFile(ctx.db, noted(id, place)), setTotal(ctx, { id, total })]
    yield { statements, cursor: place, done: place.labels, total }
  }
  const end = await parted.end(place, await allNotes(files, { id, place }))
  if (end.length === 0) return place
  await files.put(partKey({ id, generation: place.generation, part: place.parts }), end)
  return grown(place, { labels: 0, bytes: end })
}

function grown(place: Place, by: { readonly labels: number; readonly bytes: Uint8Array }): Place {
  return {
    ...place,
    parts: place.parts + 1,
    labels: place.labels + by.labels,
    length: place.length + by.bytes.length,
  }
}

function noted(id: string, { generation, fingerprint, parts, length }: Place) {
  return { id, generation, fingerprint, parts, bytes: length }
}

/** Labels reported void since the file was asked for are not among them. */
function setTotal({ db }: VerbContext, { id, total }: { id: string; total: number }) {
  return setLabelFile(db, { id, labels: total })
}

async function allNotes(
  files: FileStore,
  { id, place: { generation, parts } }: { readonly id: string; readonly place: Place },
): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for (let part = 0; part < parts; part++) {
    const notes = await files.get(notesKey({ id, generation, part }))
    // None has any, or all have.
    if (notes === null && part === 0) return []
    if (notes === null) throw new Error('a part of a label file is missing')
    all.push(notes)
  }
  return all
}

async function* givingWay(
  ctx: VerbContext,
  labels: AsyncIterable<readonly PrintLabel[]>,
): PrintLabels & AsyncGenerator<readonly PrintLabel[]> {
  for await (const chunk of labels) {
    for (let at = 0; at < chunk.length; at += LABELS_AT_ONCE) {
      await ctx.giveWay()
      yield chunk.slice(at, at + LABELS_AT_ONCE)
    }
  }
}

function noticeOf(
  ctx: VerbContext,
  { row, made }: { readonly row: LabelFileRow; readonly made: Reprint },
) {
  const n = inEach((lang) => formatNumber(made.total, lang))
  return notifyStatement(ctx, {
    organisationId: made.batch.organisationId,
    kind: 'batch',
    title: fillAll(W.doneTitle, { lot: made.batch.lot }),
    body: fillAll(W.doneBody, { n }),
    href: `/portal/labels/${encodeURIComponent(row.runId)}/files/${encodeURIComponent(row.id)}`,
  })
}
