import { PORTAL_COPY as P } from '../../../../copy/portal/common.ts'
import { ORGANISATION_COPY as W } from '../../../../copy/portal/organisation.ts'
import { ORGANISATION } from '../../../../resources/organisation.ts'
import {
  ORGANISATION_RULES,
  provinceNames,
} from '../../../../verbs/organisations/organisation-rules.ts'
import type { PortalRoute } from '../../portal-route.ts'
import { recordForms } from '../../records/record-routes.ts'
import { sendOrganisations, showList } from './show-list.ts'
import { showOne } from './show-one.ts'
import { suspensionForms } from './suspension-forms.ts'

const PATH = '/portal/organisations'
const { read } = ORGANISATION.may

export const organisationRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: read, handle: showList },
  { method: 'GET', path: `${PATH}/export`, may: 'exports.read', handle: sendOrganisations },
  ...recordForms({
    resource: ORGANISATION,
    rules: ORGANISATION_RULES,
    path: PATH,
    editPath: `${PATH}/:id/edit`,
    words: { addTitle: W.add, editTitle: W.editTitle, save: P.save },
    choices: async ({ ctx }) => {
      const provinces = await provinceNames(ctx)
      return { provinceName: provinces.map((name) => ({ value: name, text: name })) }
    },
    after: ({ id, done }) => `${PATH}/${encodeURIComponent(id)}?done=${done}`,
    backOf: (id) => (id === null ? PATH : `${PATH}/${encodeURIComponent(id)}`),
  }),
  ...suspensionForms,
  { method: 'GET', path: `${PATH}/:id`, may: read, handle: showOne },
]
