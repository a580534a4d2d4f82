import { startJob } from '../../../../jobs/start-job.ts'
import { askLabelFile } from '../../../../verbs/labels/files/ask-label-file.ts'
import {
  cancelLabelFile,
  resumeLabelFile,
} from '../../../../verbs/labels/files/change-label-file.ts'
import type { FileRequest } from '../../../../verbs/labels/files/file-request.ts'
import { isLarge } from '../../../../verbs/labels/files/is-large.ts'
import { openLabelFile } from '../../../../verbs/labels/files/open-label-file.ts'
import { fileResponse } from '../../../issuing/file-response.ts'
import type { Portal, PortalRoute } from '../../portal-route.ts'
import { seeOther } from '../../show-portal-page.ts'
import { startWork } from '../../start-work.ts'
import { readRequest } from './read-request.ts'
import { largeFilePath, showLargeFile } from './show-large-file.ts'

const PATH = '/portal/labels/:id/files'
const may = 'labels.issue'

/** Files made in the background: asked for, watched, stopped, gone on with, taken away. */
export const largeFileRoutes: readonly PortalRoute[] = [
  { method: 'POST', path: PATH, may, handle: ask },
  { method: 'GET', path: `${PATH}/:file`, may, handle: showLargeFile },
  { method: 'GET', path: `${PATH}/:file/download`, may, handle: download },
  { method: 'POST', path: `${PATH}/:file/cancel`, may, handle: cancel },
  { method: 'POST', path: `${PATH}/:file/resume`, may, handle: resume },
]

const idsOf = ({ param }: Portal) => ({
  runId: param('id'),
  id: param('file'),
})

async function ask(portal: Portal): Promise<Response> {
  const { runId } = idsOf(portal)
  const { request, range } = readRequest(portal)
  return seeOther(portal, await largeFileOf(portal, { runId, range, request }))
}

/** The page of a large file, whose making is begun unless it is under way. */
async function largeFileOf(
  { ctx, deps }: Portal,
  asked: {
    readonly runId: string
    readonly range: { readonly from?: number | undefined; readonly to?: number | undefined }
    readonly request: FileRequest
  },
): Promise<string> {
  const { id, jobId } = await askLabelFile(ctx, asked)
  if (jobId !== null) await startJob(deps, jobId)
  return largeFilePath({ runId: asked.runId, id })
}

/** Where a file leads that may be large: to itself, or to the page on which it is made. */
export async function pathOfFile(
  portal: Portal,
  asked: Parameters<typeof largeFileOf>[1] & { readonly labels: number; readonly atOnce: string },
): Promise<string> {
  const { labels, atOnce, ...file } = asked
  return isLarge({ format: file.request.format, labels }) ? largeFileOf(portal, file) : atOnce
}

async function download(portal: Portal): Promise<Response> {
  const { ctx, deps } = portal
  const file = await openLabelFile(ctx, { ...idsOf(portal), files: deps.files })
  const response = fileResponse(file, file.skipped)
  response.headers.set('content-length', String(file.bytes))
  return response
}

function cancel(portal: Portal): Promise<Response> {
  const ids = idsOf(portal)
  return startWork(portal, cancelLabelFile(portal.ctx, ids), largeFilePath(ids))
}

function resume(portal: Portal): Promise<Response> {
  const ids = idsOf(portal)
  return startWork(portal, resumeLabelFile(portal.ctx, ids), largeFilePath(ids))
}
