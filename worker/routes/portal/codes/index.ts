import { PAPER_MAX_BYTES } from '../../../verbs/codes/paper-of-decision.ts'
import type { PortalRoute } from '../portal-route.ts'
import { bulkForm, chooseText, confirm, showBulk, undo } from './bulk.ts'
import { recordDecision, showDecision } from './decide.ts'
import { addPlaceFirst, grantForm, reissueForm } from './grant.ts'
import { schemeRoutes } from './schemes.ts'
import { sendPaper, showCodeDetail } from './show-detail.ts'
import { sendCodes, showCodeList } from './show-list.ts'
import { termForm } from './term.ts'
import { withdrawForm } from './withdraw.ts'

const CODE = '/portal/codes/:code' as const
const DECIDE_MAX_BYTES = PAPER_MAX_BYTES + 256 * 1024

/** Codes, decisions on them, and their formats. What has a name of its own comes before `:code`. */
export const codeRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/portal/codes', may: 'codes.read', handle: showCodeList },
  { method: 'GET', path: '/portal/codes/export', may: 'exports.read', handle: sendCodes },
  ...grantForm,
  { method: 'POST', path: '/portal/codes/new/place', may: 'codes.grant', handle: addPlaceFirst },
  ...bulkForm,
  { method: 'GET', path: '/portal/codes/bulk/:id', may: 'codes.decide', handle: showBulk },
  { method: 'POST', path: '/portal/codes/bulk/:id', may: 'codes.decide', handle: confirm },
  { method: 'POST', path: '/portal/codes/bulk/:id/text', may: 'codes.decide', handle: chooseText },
  { method: 'POST', path: '/portal/codes/bulk/:id/undo', may: 'codes.decide', handle: undo },
  { method: 'GET', path: CODE, may: 'codes.read', handle: showCodeDetail },
  { method: 'GET', path: `${CODE}/papers/:id`, may: 'codes.read', handle: sendPaper },
  { method: 'GET', path: `${CODE}/status`, may: 'codes.decide', handle: showDecision },
  {
    ...{ method: 'POST', path: `${CODE}/status`, may: 'codes.decide' },
    ...{ maxBytes: DECIDE_MAX_BYTES, handle: recordDecision },
  },
  ...reissueForm,
  ...termForm,
  ...withdrawForm,
  ...schemeRoutes,
]
