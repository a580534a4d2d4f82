import type { FormView, PortalCommon } from '../../../site/models/portal-common.ts'
import type { RecordFormModel } from '../../../site/models/records.ts'
import { sendLetters } from '../../jobs/send-letters.ts'
import { formInputs } from '../../resources/form.ts'
import { actOnce } from './act-once.ts'
import { type FormPage, formRoute } from './form-route.ts'
import { confirmedIn, typedValues } from './form-view.ts'
import type { Portal, PortalRoute } from './portal-route.ts'

/** What was sent: `ctx` is the one to act with, `confirmed` the questions answered with yes. */
export type Sent = Portal & {
  readonly texts: Readonly<Record<string, string>>
  readonly confirmed: string[]
}

type Act<L, R> = (sent: Sent, loaded: L) => Promise<R>

/** What is acted with: once however often the form is sent, or as often as it is. */
type Acting<L, R> =
  | { readonly once: Act<L, R>; readonly act?: never }
  | { readonly act: Act<L, R>; readonly once?: never }

/** What only this page says of itself. */
type OwnPage = Omit<RecordFormModel, keyof PortalCommon | 'kind' | Known> &
  Partial<Pick<RecordFormModel, Known>>

/** What follows from the description, unless the page knows better. */
type Known = 'id' | 'action' | 'backHref' | 'inputs' | 'form'

type RecordForm<L, R> = Omit<FormPage<L>, 'values' | 'act' | 'page'> &
  Acting<L, R> & {
    /** What it says before anything is typed; nothing unless given. */
    readonly values?: (loaded: L, portal: Portal) => Readonly<Record<string, string>>
    /** What it asks, where the page gives no inputs of its own. */
    readonly asks?: Parameters<typeof formInputs>[0]
    /** Where one goes back to, and is led to after it was acted on. */
    readonly back: string | ((loaded: L) => string)
    /** The word by which that page says that it was done, else the address that shows it. */
    readonly done: string | ((made: R, loaded: L) => string)
    /** Somebody is written to because of it, at once. */
    readonly tells?: true
    readonly page: (
      portal: Portal,
      shown: { readonly loaded: L; readonly form: FormView },
    ) => OwnPage | Promise<OwnPage>
  }

/** A page that asks and no more, sent to the address it stands at. */
export function recordForm<L, R>(given: RecordForm<L, R>): readonly PortalRoute[] {
  const { values, asks, back, done, tells, page, once, act, ...form } = given
  const backOf = (loaded: L) => (typeof back === 'string' ? back : back(loaded))
  return formRoute<L>({
    ...form,
    values: (loaded, portal) => values?.(loaded, portal) ?? {},
    act: async (portal, loaded) => {
      const texts = typedValues(portal.form)
      const sent = { ...portal, texts, confirmed: confirmedIn(texts) }
      const made =
        once === undefined
          ? await act(sent, loaded)
          : await actOnce(portal, (ctx) => once({ ...sent, ctx }, loaded))
      if (tells === true) portal.deps.waitUntil(sendLetters(portal.deps))
      return typeof done === 'string' ? `${backOf(loaded)}?done=${done}` : done(made, loaded)
    },
    page: async (portal, shown) => ({
      kind: 'portal/record',
      id: null,
      action: new URL(portal.c.req.url).pathname,
      backHref: backOf(shown.loaded),
      inputs: asks === undefined ? [] : formInputs(asks, { lang: portal.lang }),
      form: shown.form,
      ...(await page(portal, shown)),
    }),
  })
}
