import type { FormView } from '../../../site/models/portal-common.ts'
import { refusedForm } from './form-view.ts'
import type { Portal } from './portal-route.ts'
import { withHeadersOf } from './with-headers-of.ts'

/**
 * Acts on what was sent; where that is refused, its page is shown again with what was typed, and with
 * the headers of the refusal (when to try again).
 */
export async function answerForm(
  portal: Pick<Portal, 'form' | 'lang'>,
  answer: {
    readonly act: () => Promise<Response>
    readonly refused: (view: FormView, status: number) => Response | Promise<Response>
  },
): Promise<Response> {
  try {
    return await answer.act()
  } catch (error) {
    const { form, lang } = portal
    const { view, status } = refusedForm({ error, form, lang })
    return withHeadersOf(await answer.refused(view, status), error)
  }
}
