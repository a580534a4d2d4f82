import { showCode } from '../../../verbs/codes/show-code.ts'
import { targetOf } from '../../../verbs/codes/target-of.ts'
import { putCodeBack, withdrawCode } from '../../../verbs/codes/withdraw-code.ts'
import { requirePermission } from '../../../verbs/guard/authorise.ts'
import { formRoute } from '../form-route.ts'
import { textOf } from './read-grant.ts'

/** Takes a code back, or puts it back; the form says which of the two is asked for. */
export const withdrawForm = formRoute({
  path: '/portal/codes/:code/withdraw',
  may: 'codes.grant',
  keyless: true,
  load: async ({ ctx, param }) => {
    const { code } = await showCode(ctx, param('code'))
    requirePermission(ctx, 'codes.grant', targetOf(code))
    return code
  },
  values: () => ({}),
  act: async ({ ctx, form }, { code }) => {
    const input = { code, reason: textOf(form, 'reason') }
    const back = textOf(form, 'to') === 'back'
    await (back ? putCodeBack({ ctx, input }) : withdrawCode({ ctx, input }))
    return `/portal/codes/${encodeURIComponent(code)}?done=${back ? 'back' : 'withdrawn'}`
  },
  page: (_, { loaded: { code, siteName, withdrawnAt }, form }) => ({
    ...{ kind: 'portal/codes/withdraw', code, siteName, form },
    withdrawn: withdrawnAt !== null,
    action: `/portal/codes/${encodeURIComponent(code)}/withdraw`,
  }),
})
