import { BOUNDARY_LIMITS } from '../../../lib/geo/limits.ts'
import { MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import type { PortalRoute } from '../portal-route.ts'
import { lookAtBoundary, saveBoundary, showBoundary } from './boundary.ts'
import {
  getDocument,
  postDocument,
  postWithdrawDocument,
  showDocumentOut,
  showDocuments,
} from './documents.ts'
import { addSite, editSite, showEditSite, showNewSite } from './edit-site.ts'
import { lookAtList, saveList } from './household-list.ts'
import { householdRoutes, postHousehold, showHouseholds } from './households.ts'
import { postConfirmLink, postEndLink, postLink, revokeLinkForm, showLinks } from './links.ts'
import { saveParcels, showParcels } from './parcels.ts'
import { sendSites, showList } from './show-list.ts'
import { showSite } from './show-site.ts'
import { postRestore, postWithdraw, showWithdraw } from './withdraw-site.ts'

const MIB = 1024 * 1024
/** The parts of a form around its file. */
const FORM_BYTES = 256 * 1024
const LIST_BYTES = 5 * MIB + FORM_BYTES

type Handle = Extract<PortalRoute, { maxBytes?: number }>['handle']
type Path = PortalRoute['path']

/** Growing areas, packing houses and places of other kinds. */
export const siteRoutes: readonly PortalRoute[] = [
  read('/portal/sites', showList),
  { method: 'GET', path: '/portal/sites/export', may: 'exports.read', handle: sendSites },
  form('/portal/sites/new', showNewSite),
  post('/portal/sites/new', addSite),
  read('/portal/sites/:id', (portal) => showSite(portal)),
  form('/portal/sites/:id/edit', showEditSite),
  post('/portal/sites/:id/edit', editSite),
  form('/portal/sites/:id/boundary', showBoundary),
  post('/portal/sites/:id/boundary', lookAtBoundary, BOUNDARY_LIMITS.maxBytes + FORM_BYTES),
  post('/portal/sites/:id/boundary/save', saveBoundary, 2 * MIB),
  read('/portal/sites/:id/households', (portal) => showHouseholds(portal)),
  post('/portal/sites/:id/households', postHousehold),
  post('/portal/sites/:id/households/list', lookAtList, LIST_BYTES),
  post('/portal/sites/:id/households/list/save', saveList, LIST_BYTES),
  ...householdRoutes,
  form('/portal/sites/:id/parcels', showParcels),
  post('/portal/sites/:id/parcels', saveParcels, MIB),
  form('/portal/sites/:id/links', showLinks),
  post('/portal/sites/:id/links', postLink),
  post('/portal/sites/:id/links/:linkId/confirm', postConfirmLink),
  post('/portal/sites/:id/links/:linkId/end', postEndLink),
  ...revokeLinkForm,
  form('/portal/sites/:id/documents', showDocuments),
  post('/portal/sites/:id/documents', postDocument, MAX_PAPER_BYTES + FORM_BYTES),
  read('/portal/sites/:id/documents/:documentId', getDocument),
  form('/portal/sites/:id/documents/:documentId/withdraw', showDocumentOut),
  post('/portal/sites/:id/documents/:documentId/withdraw', postWithdrawDocument),
  form('/portal/sites/:id/withdraw', showWithdraw),
  post('/portal/sites/:id/withdraw', postWithdraw),
  post('/portal/sites/:id/restore', postRestore),
]

function read(path: Path, handle: Handle): PortalRoute {
  return { method: 'GET', path, may: 'sites.read', handle }
}

/** A page that is of use only to who may write. */
function form(path: Path, handle: Handle): PortalRoute {
  return { method: 'GET', path, may: 'sites.write', handle }
}

function post(path: Path, handle: Handle, maxBytes?: number): PortalRoute {
  const limit = maxBytes === undefined ? {} : { maxBytes }
  return { method: 'POST', path, may: 'sites.write', ...limit, handle }
}
