import type { OrganisationRow } from '../../../../../db/queries/organisations.ts'
import { fill } from '../../../../copy/fill.ts'
import { formatOn } from '../../../../copy/format.ts'
import { ORGANISATION_COPY as O } from '../../../../copy/portal/organisation.ts'
import { SUSPENSION_COPY as W } from '../../../../copy/portal/suspension.ts'
import { vietnamDateOf } from '../../../../lib/time/vietnam-date-of.ts'
import { formInputs } from '../../../../resources/form.ts'
import { SUSPENSION, SUSPENSION_LIFTING } from '../../../../resources/suspension.ts'
import {
  liftSuspension,
  openSuspendable,
  suspendOrganisation,
} from '../../../../verbs/organisations/suspend-organisation.ts'
import { actOnce } from '../../act-once.ts'
import { formRoute } from '../../form-route.ts'
import { typedValues } from '../../form-view.ts'
import type { PortalRoute } from '../../portal-route.ts'

const PATH = '/portal/organisations'

const FORMS = [
  {
    ...{ name: 'suspend', done: 'suspended', act: suspendOrganisation, fields: SUSPENSION },
    ...{ title: W.suspendTitle, note: W.suspendNote, save: W.suspend },
  },
  {
    ...{ name: 'lift', done: 'lifted', act: liftSuspension, fields: SUSPENSION_LIFTING },
    ...{ title: W.liftTitle, note: W.liftNote, save: W.lift },
  },
] as const

/** The forms by which officers suspend an organisation of their place, and lift that again. */
export const suspensionForms: readonly PortalRoute[] = FORMS.flatMap(
  ({ name, done, act, fields, title, note, save }) =>
    formRoute<{ readonly row: OrganisationRow; readonly today: string }>({
      path: `${PATH}/:id/${name}`,
      may: 'organisations.suspend',
      load: async ({ ctx, param }) => ({
        row: await openSuspendable(ctx, param('id')),
        today: vietnamDateOf(ctx.now()),
      }),
      values: ({ today }) => (name === 'suspend' ? { suspendedOn: today } : {}),
      stamp: ({ row }) => ({ expected: row.suspendedOn ?? '' }),
      act: async (portal, { row: { id } }) => {
        const texts = typedValues(portal.form)
        const input = { organisationId: id, texts, seen: texts['expected'] }
        await actOnce(portal, (ctx) => act({ ctx, input }))
        return `${PATH}/${encodeURIComponent(id)}?done=${done}`
      },
      page: ({ lang }, { loaded: { row }, form }) => {
        const path = `${PATH}/${encodeURIComponent(row.id)}`
        const { suspendedOn } = row
        return {
          kind: 'portal/record',
          title: fill(title[lang], { name: row.name }),
          ...(suspendedOn === null
            ? {}
            : { facts: [{ label: O.suspendedSince[lang], text: formatOn(suspendedOn, lang) }] }),
          note: note[lang],
          id: null,
          action: `${path}/${name}`,
          backHref: path,
          save: save[lang],
          inputs: formInputs(fields, { lang }),
          form,
        }
      },
    }),
)
