import { MOST_MEND_CHARACTERS, MOST_MENDS } from '../../../verbs/imports/portal-limits.ts'
import type { PortalRoute } from '../portal-route.ts'
import { sendEverything, sendExport, showExports } from './exports.ts'
import { newImportForm, sendTemplate } from './new.ts'
import {
  cancelReading,
  chooseKind,
  chooseText,
  confirmUpload,
  mendUpload,
  readUploadAgain,
  sendRefused,
  showPreview,
  unmendUpload,
} from './preview.ts'
import { cancel, resume, showImport, undo } from './run.ts'
import { showImports } from './show-list.ts'

const may = 'imports.write'
const UPLOAD = '/portal/imports/uploads/:id' as const
const RUN = '/portal/imports/:id' as const
/** Room for what a form has beside the file. */
const FORM_BYTES = 256 * 1024

/** Of a form with as many cells as can be mended, each as it was and as it is, each sign as nine. */
const MEND_BYTES = 2 * MOST_MENDS * MOST_MEND_CHARACTERS * 9 + FORM_BYTES

/** Lists that are read in and written out. What has a name of its own comes before `:id`. */
export const importRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/portal/imports', may, handle: showImports },
  ...newImportForm,
  { method: 'GET', path: '/portal/imports/templates/:format', may, handle: sendTemplate },
  {
    method: 'GET',
    path: '/portal/imports/everything',
    may: 'batches.write',
    handle: sendEverything,
  },
  { method: 'GET', path: UPLOAD, may, handle: showPreview },
  { method: 'POST', path: UPLOAD, may, handle: confirmUpload },
  { method: 'POST', path: `${UPLOAD}/again`, may, handle: readUploadAgain },
  { method: 'POST', path: `${UPLOAD}/text`, may, handle: chooseText },
  { method: 'POST', path: `${UPLOAD}/choice`, may, handle: chooseKind },
  {
    ...{ method: 'POST', path: `${UPLOAD}/mend`, may },
    ...{ maxBytes: MEND_BYTES, handle: mendUpload },
  },
  { method: 'POST', path: `${UPLOAD}/unmend`, may, handle: unmendUpload },
  { method: 'POST', path: `${UPLOAD}/cancel`, may, handle: cancelReading },
  { method: 'GET', path: `${UPLOAD}/refused`, may, handle: sendRefused },
  { method: 'GET', path: RUN, may, handle: showImport },
  { method: 'POST', path: `${RUN}/resume`, may, handle: resume },
  { method: 'POST', path: `${RUN}/cancel`, may, handle: cancel },
  { method: 'POST', path: `${RUN}/undo`, may, handle: undo },
  { method: 'GET', path: '/portal/exports', may: 'exports.read', handle: showExports },
  { method: 'GET', path: '/portal/exports/codes', may: 'exports.read', handle: sendExport },
]
