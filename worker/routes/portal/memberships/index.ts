import type { OrganisationRow } from '../../../../db/queries/organisations.ts'
import { formatOn } from '../../../copy/format.ts'
import { MEMBERSHIP_COPY as W } from '../../../copy/portal/membership.ts'
import { reachOf } from '../../../domain/access/permissions.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { line, optionalDay } from '../../../resources/fields.ts'
import { formInputs } from '../../../resources/form.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import { inputOf } from '../../../resources/resource.ts'
import { invalidField, parseInput } from '../../../verbs/guard/parse-input.ts'
import { addMembership } from '../../../verbs/memberships/add-membership.ts'
import { confirmMembership, endMembership } from '../../../verbs/memberships/change-membership.ts'
import {
  type ListedMembership,
  listOwnMemberships,
} from '../../../verbs/memberships/list-memberships.ts'
import { organisationsNamed } from '../../../verbs/memberships/organisations-named.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm, type Sent } from '../record-form.ts'
import { showListPage } from '../show-list-page.ts'
import { seeOther } from '../show-portal-page.ts'
import { column } from '../table-of.ts'

const PATH = '/portal/memberships'
const may = 'memberships.write'

/** Who is a member of which cooperative, whose codes it may then use. */
export const membershipRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: showList },
  ...recordForm({
    path: `${PATH}/new`,
    may,
    load: async () => null,
    values: (_, { ctx, person }) => ({
      fromOn: vietnamDateOf(ctx.now()),
      // Producers write down members of their own organisation, as a rule.
      organisation: reachOf(person.role, may) === 'own' ? person.organisationName : '',
    }),
    back: PATH,
    act: add,
    done: ({ confirmed }) => `${PATH}?done=${confirmed ? 'saved' : 'asked'}`,
    page: async (portal, { form }) => ({
      title: W.add[portal.lang],
      save: W.add[portal.lang],
      inputs: await inputsFor(portal, form.values),
    }),
  }),
  { method: 'POST', path: `${PATH}/:id/confirm`, may, handle: confirm },
  { method: 'POST', path: `${PATH}/:id/end`, may, handle: end },
]

const FORM = {
  fields: {
    organisation: line({ max: 200, label: W.group, hint: W.groupHint }),
    member: line({ max: 200, label: W.member, hint: W.memberHint }),
    fromOn: optionalDay({ label: W.from }),
    toOn: optionalDay({ label: W.to }),
  },
}

async function add({ ctx, texts }: Sent) {
  const { organisation, member, fromOn, toOn } = parseInput(inputOf(FORM), texts)
  const input = {
    organisationId: await idOf(ctx, 'organisation', organisation),
    memberId: await idOf(ctx, 'member', member),
    fromOn: fromOn ?? vietnamDateOf(ctx.now()),
    toOn,
  }
  return addMembership({ ctx, input })
}

async function idOf(
  ctx: Portal['ctx'],
  path: 'organisation' | 'member',
  text: string,
): Promise<string> {
  const [only, ...others] = await organisationsNamed(ctx, text)
  if (only === undefined) throw invalidField(path, W.notFound)
  if (others.length > 0) throw invalidField(path, W.several)
  return only.id
}

/** The questions; where a name that was typed is that of several, they stand there to choose from. */
async function inputsFor(
  { ctx, lang }: Portal,
  values: Readonly<Record<string, string>>,
): Promise<FormInput[]> {
  const inputs = formInputs(FORM, { lang })
  return Promise.all(
    inputs.map(async (input): Promise<FormInput> => {
      if (input.name !== 'organisation' && input.name !== 'member') return input
      const found = await organisationsNamed(ctx, values[input.name] ?? '')
      if (found.length < 2) return input
      return { ...input, type: 'select', choices: found.map(choiceOf) }
    }),
  )
}

function choiceOf({ id, name, communeName, provinceName }: OrganisationRow) {
  const parts = [name, communeName, provinceName].filter((part) => part !== null)
  return { value: id, text: parts.join(' · ') }
}

async function confirm(portal: Portal): Promise<Response> {
  const { ctx, param } = portal
  await confirmMembership({ ctx, input: { id: param('id') } })
  return seeOther(portal, `${PATH}?done=confirmedNow`)
}

async function end(portal: Portal): Promise<Response> {
  const { ctx, param } = portal
  await endMembership({ ctx, input: { id: param('id') } })
  return seeOther(portal, `${PATH}?done=endedNow`)
}

async function showList(portal: Portal): Promise<Response> {
  const { ctx, lang, deps } = portal
  const today = vietnamDateOf(deps.now())
  const isOver = ({ toOn }: ListedMembership) => toOn !== null && toOn <= today
  const { saved, asked, confirmedNow, endedNow } = W
  return showListPage(
    portal,
    { rows: await listOwnMemberships(ctx) },
    {
      adding: { href: `${PATH}/new`, text: W.add },
      words: W,
      columns: [
        column(W.member, ({ memberName }) => memberName),
        column(W.group, ({ organisationName }) => organisationName),
        column(W.period, (row) => periodOf(row, lang)),
        column(W.state, (row) =>
          isOver(row) ? W.ended : row.confirmedAt === null ? W.waits : W.isConfirmed,
        ),
        column(W.act, (row) => ({ text: '', button: isOver(row) ? undefined : buttonOf(row) })),
      ],
      done: { saved, asked, confirmedNow, endedNow },
    },
  )
}

function periodOf({ fromOn, toOn }: ListedMembership, lang: Language): string {
  const days = [fromOn, toOn].map((on) => (on === null ? '' : formatOn(on, lang)))
  return days.join(' – ').trim()
}

/** Agreeing comes first; what was agreed to can be ended. */
function buttonOf({ id, mayConfirm }: ListedMembership) {
  const base = `${PATH}/${encodeURIComponent(id)}`
  return mayConfirm
    ? { action: `${base}/confirm`, text: W.confirm }
    : { action: `${base}/end`, text: W.end }
}
