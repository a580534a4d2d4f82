import { fill } from '../../../copy/fill.ts'
import { LABELS_COPY } from '../../../copy/portal/labels.ts'
import { PHOTOS_COPY as P } from '../../../copy/portal/photos.ts'
import { READ_BACK_FOUND, READ_BACK_COPY as W } from '../../../copy/portal/read-back.ts'
import { startJob } from '../../../jobs/start-job.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { askReadBack, openReadBack } from '../../../verbs/labels/read-back/ask-read-back.ts'
import { MAX_PHOTO_BYTES } from '../../../verbs/papers/accept-photo.ts'
import { batchPath } from '../batches/batch-table.ts'
import { paperFile } from '../papers/paper-file.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { fileOf } from '../sites/form-text.ts'

const PATH = '/portal/batches/:ref/labels/read-back'
const may = 'labels.issue'
const FORM_BYTES = 64 * 1024
const REFRESH_SECONDS = 2

const pathOf = (ref: string) => `${batchPath(ref)}/labels/read-back`

/** `/portal/batches/{ref}/labels/read-back`: a printed sample, photographed, and what it shows. */
export const readBackRoutes: readonly PortalRoute[] = [
  ...recordForm({
    path: PATH,
    may,
    maxBytes: MAX_PHOTO_BYTES + FORM_BYTES,
    load: (portal) => loadBatch(portal.ctx, portal.param('ref'), may),
    back: ({ ref }) => `${batchPath(ref)}/labels`,
    act: async ({ ctx, deps, form }, { ref }) => {
      const bytes = (await fileOf(form, 'file'))?.bytes ?? new Uint8Array()
      const id = await askReadBack(ctx, { ref, bytes, files: deps.files })
      await startJob(deps, id)
      return id
    },
    done: (id, { ref }) => `${pathOf(ref)}/${encodeURIComponent(id)}`,
    page: ({ lang }) => ({
      title: W.title[lang],
      note: W.note[lang],
      save: W.save[lang],
      file: paperFile({
        label: W.file[lang],
        hint: W.fileHint[lang],
        accept: '.jpg,.jpeg,.png,.webp',
        maxBytes: MAX_PHOTO_BYTES,
        shrinking: {
          shrinking: P.shrinking[lang],
          shrunk: P.shrunk[lang],
          sending: P.sending[lang],
        },
      }),
    }),
  }),
  { method: 'GET', path: `${PATH}/:job`, may, handle: showReadBack },
]

async function showReadBack(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const ref = param('ref')
  const { job, found } = await openReadBack(ctx, { ref, jobId: param('job') })
  const isOpen = job.state === 'open'
  const text = isOpen ? W.reading : found === null ? W.failed : READ_BACK_FOUND[found]
  const kind = found === 'readable' || isOpen ? 'note' : 'warning'
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: W.title[lang],
    back: { href: batchPath(ref), text: fill(LABELS_COPY.formTitle[lang], { lot: ref }) },
    done: found === 'readable' ? { kind: 'done', text: text[lang] } : null,
    ...(found === 'readable' ? {} : { notes: [{ kind, text: text[lang] }] }),
    ...(isOpen
      ? {
          work: {
            ...{ text: W.reading[lang], trouble: null, progress: null, cancel: null },
            refreshSeconds: REFRESH_SECONDS,
          },
          notes: [],
        }
      : {}),
    links: [
      { href: pathOf(ref), text: W.again[lang] },
      { href: `${batchPath(ref)}/labels`, text: W.toLabels[lang] },
    ],
    facts: [],
    sections: [],
  })
}
