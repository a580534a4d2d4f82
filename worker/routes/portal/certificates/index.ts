import type { PortalRoute } from '../portal-route.ts'
import { issueMany, printMany, showMany } from './many.ts'
import { showHouseholdNotice } from './show-household-notice.ts'
import { issue, showOverview } from './show-overview.ts'
import { showSheet } from './show-sheet.ts'

export const certificateRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/portal/codes/certificates', may: 'codes.certificate', handle: showMany },
  {
    method: 'POST',
    path: '/portal/codes/certificates',
    may: 'codes.certificate',
    handle: issueMany,
  },
  {
    method: 'GET',
    path: '/portal/codes/certificates/print',
    may: 'codes.certificate',
    handle: printMany,
  },
  {
    method: 'GET',
    path: '/portal/codes/:code/certificate',
    may: 'codes.certificate',
    handle: showOverview,
  },
  {
    method: 'POST',
    path: '/portal/codes/:code/certificate',
    may: 'codes.certificate',
    handle: issue,
  },
  {
    method: 'GET',
    path: '/portal/codes/:code/certificate/:id',
    may: 'codes.certificate',
    handle: showSheet,
  },
  {
    method: 'GET',
    path: '/portal/codes/:code/household-notice',
    may: 'codes.certificate',
    handle: showHouseholdNotice,
  },
]
