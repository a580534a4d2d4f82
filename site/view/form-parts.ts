import type { FormInput } from '../../worker/resources/form-input.ts'
import type { FormView } from '../models/portal-common.ts'

/** Questions under one heading, or under none; neighbours of one row stand side by side. */
export type FormPart = {
  readonly heading: string | null
  /** True where one of its questions is answered, but for what a list says by itself, or refused. */
  readonly open: boolean
  readonly rows: readonly (readonly FormInput[])[]
}

/** The questions of a form as they are laid out, in their order. */
export function partsOf(shown: {
  readonly inputs: readonly FormInput[]
  readonly form: FormView
}): FormPart[] {
  const { inputs, form } = shown
  const headings = [...new Set(inputs.map(({ group }) => group ?? null))]
  return headings.map((heading) => {
    const own = inputs.filter(({ group }) => (group ?? null) === heading)
    const isTouched = ({ name, type, required }: FormInput) => {
      const saysItself = type === 'select' && required === true
      const isAnswered = (form.values[name] ?? '') !== '' && !saysItself
      return isAnswered || form.errors[name] !== undefined
    }
    return { heading, open: own.some(isTouched), rows: rowsOf(own) }
  })
}

function rowsOf(inputs: readonly FormInput[]): FormInput[][] {
  return inputs.reduce<FormInput[][]>((all, input) => {
    const last = all.at(-1)
    if (last !== undefined && input.row !== undefined && last[0]?.row === input.row) {
      last.push(input)
    } else all.push([input])
    return all
  }, [])
}
