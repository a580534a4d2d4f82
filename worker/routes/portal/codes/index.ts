import { PAPER_MAX_BYTES } from '../../../verbs/codes/paper-of-decision.ts'
import type { PortalRoute } from '../portal-route.ts'
import {
  BULK_MAX_BYTES,
  chooseText,
  confirm,
  preview,
  showBulk,
  showBulkForm,
  undo,
} from './bulk.ts'
import { recordDecision, showDecision } from './decide.ts'
import { addPlaceFirst, grant, reissue, showGrant, showReissue } from './grant.ts'
import { schemeRoutes } from './schemes.ts'
import { sendPaper, showCodeDetail } from './show-detail.ts'
import { sendCodes, showCodeList } from './show-list.ts'
import { changeTerm, showTerm } from './term.ts'
import { showWithdraw, withdraw } from './withdraw.ts'

const CODE = '/portal/codes/:code' as const
const DECIDE_MAX_BYTES = PAPER_MAX_BYTES + 256 * 1024

/** Codes, decisions on them, and their formats. What has a name of its own comes before `:code`. */
export const codeRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/portal/codes', may: 'codes.read', handle: showCodeList },
  { method: 'GET', path: '/portal/codes/export', may: 'exports.read', handle: sendCodes },
  { method: 'GET', path: '/portal/codes/new', may: 'codes.grant', handle: showGrant },
  { method: 'POST', path: '/portal/codes/new', may: 'codes.grant', handle: grant },
  { method: 'POST', path: '/portal/codes/new/place', may: 'codes.grant', handle: addPlaceFirst },
  { method: 'GET', path: '/portal/codes/bulk', may: 'codes.decide', handle: showBulkForm },
  {
    ...{ method: 'POST', path: '/portal/codes/bulk', may: 'codes.decide' },
    ...{ maxBytes: BULK_MAX_BYTES, handle: preview },
  },
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
  { method: 'GET', path: `${CODE}/reissue`, may: 'codes.grant', handle: showReissue },
  { method: 'POST', path: `${CODE}/reissue`, may: 'codes.grant', handle: reissue },
  { method: 'GET', path: `${CODE}/market`, may: 'codes.grant', handle: showTerm },
  { method: 'POST', path: `${CODE}/market`, may: 'codes.grant', handle: changeTerm },
  { method: 'GET', path: `${CODE}/withdraw`, may: 'codes.grant', handle: showWithdraw },
  { method: 'POST', path: `${CODE}/withdraw`, may: 'codes.grant', handle: withdraw },
  ...schemeRoutes,
]
