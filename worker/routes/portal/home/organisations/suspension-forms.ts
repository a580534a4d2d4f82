import { fill } from '../../../../copy/fill.ts'
import { formatOn } from '../../../../copy/format.ts'
import { ORGANISATION_COPY as O } from '../../../../copy/portal/organisation.ts'
import { SUSPENSION_COPY as W } from '../../../../copy/portal/suspension.ts'
import { vietnamDateOf } from '../../../../lib/time/vietnam-date-of.ts'
import { SUSPENSION, SUSPENSION_LIFTING } from '../../../../resources/suspension.ts'
import {
  liftSuspension,
  openSuspendable,
  suspendOrganisation,
} from '../../../../verbs/organisations/suspend-organisation.ts'
import type { PortalRoute } from '../../portal-route.ts'
import { recordForm } from '../../record-form.ts'

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
    recordForm({
      path: `${PATH}/:id/${name}`,
      may: 'organisations.suspend',
      load: ({ ctx, param }) => openSuspendable(ctx, param('id')),
      values: (_, { ctx }) => (name === 'suspend' ? { suspendedOn: vietnamDateOf(ctx.now()) } : {}),
      stamp: ({ suspendedOn }) => ({ expected: suspendedOn ?? '' }),
      asks: fields,
      once: ({ ctx, texts }, { id }) =>
        act({ ctx, input: { organisationId: id, texts, seen: texts['expected'] } }),
      back: ({ id }) => `${PATH}/${encodeURIComponent(id)}`,
      done,
      page: ({ lang }, { loaded: { name: organisation, suspendedOn } }) => ({
        title: fill(title[lang], { name: organisation }),
        ...(suspendedOn === null
          ? {}
          : { facts: [{ label: O.suspendedSince[lang], text: formatOn(suspendedOn, lang) }] }),
        note: note[lang],
        save: save[lang],
      }),
    }),
)
