import type { FormView } from '../../../site/models/portal-common.ts'
import { refusedForm } from './form-view.ts'
import type { Portal } from './portal-route.ts'

/** Acts on what was sent; where that is refused, its page is shown again with what was typed. */
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
    return answer.refused(view, status)
  }
}
