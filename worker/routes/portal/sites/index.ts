import { BOUNDARY_LIMITS } from '../../../lib/geo/limits.ts'
import type { PortalRoute } from '../portal-route.ts'
import { lookAtBoundary, saveBoundary, showBoundary } from './boundary.ts'
import { documentForm, getDocument, postWithdrawDocument, showDocumentOut } from './documents.ts'
import { editSiteForm, newSiteForm } from './edit-site.ts'
import { lookAtList, saveList } from './household-list.ts'
import { householdRoutes, postHousehold, showHouseholds } from './households.ts'
import { linkForm, postConfirmLink, postEndLink, revokeLinkForm } from './links.ts'
import { parcelForm } from './parcels.ts'
import { sendSites, showList } from './show-list.ts'
import { showSite } from './show-site.ts'
import { postRestore, withdrawForm } from './withdraw-site.ts'

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
  ...newSiteForm,
  read('/portal/sites/:id', (portal) => showSite(portal)),
  ...editSiteForm,
  form('/portal/sites/:id/boundary', showBoundary),
  post('/portal/sites/:id/boundary', lookAtBoundary, BOUNDARY_LIMITS.maxBytes + FORM_BYTES),
  post('/portal/sites/:id/boundary/save', saveBoundary, 2 * MIB),
  read('/portal/sites/:id/households', (portal) => showHouseholds(portal)),
  post('/portal/sites/:id/households', postHousehold),
  post('/portal/sites/:id/households/list', lookAtList, LIST_BYTES),
  post('/portal/sites/:id/households/list/save', saveList, LIST_BYTES),
  ...householdRoutes,
  ...parcelForm,
  ...linkForm,
  post('/portal/sites/:id/links/:linkId/confirm', postConfirmLink),
  post('/portal/sites/:id/links/:linkId/end', postEndLink),
  ...revokeLinkForm,
  ...documentForm,
  read('/portal/sites/:id/documents/:documentId', getDocument),
  form('/portal/sites/:id/documents/:documentId/withdraw', showDocumentOut),
  post('/portal/sites/:id/documents/:documentId/withdraw', postWithdrawDocument),
  ...withdrawForm,
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
