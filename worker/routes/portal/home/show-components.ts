import { SAMPLE_ERRORS, SAMPLE_TYPED } from '../../../copy/portal/components.ts'
import { REQUEST_REFUSALS } from '../../../copy/refusals/requests.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

const FORMS = {
  fresh: freshForm(),
  filled: freshForm(SAMPLE_TYPED),
  refused: {
    values: { ...SAMPLE_TYPED, name: '', area: '-3' },
    errors: SAMPLE_ERRORS,
    problem: REQUEST_REFUSALS.notSaved.vi,
  },
} as const

/** `GET /portal/components?state=`: sample forms, so that nothing real is shown. */
export function showComponents(portal: Portal): Promise<Response> {
  const asked = portal.c.req.query('state')
  const state = asked === 'filled' || asked === 'refused' ? asked : 'fresh'
  return showPortalPage(portal, { kind: 'portal/components', state, form: FORMS[state] })
}
