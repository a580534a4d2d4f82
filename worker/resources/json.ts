import * as z from 'zod'
import { fieldsOf } from './resource.ts'

/** A thing as programs send it, for the description of the API: shapes only, read by `inputOf`. */
export function jsonShapeOf(described: {
  readonly fields: object
}): Readonly<Record<string, z.ZodType>> {
  const shapes = fieldsOf(described).map(([name, { json, inputs }]) => {
    const isRequired = inputs.some(({ required }) => required === true)
    const [longest] = inputs.flatMap(({ maxlength }) => maxlength ?? [])
    const text = z.string().meta({
      ...(isRequired ? { minLength: 1 } : {}),
      ...(longest === undefined ? {} : { maxLength: longest }),
    })
    return [name, json ?? (isRequired ? text : text.nullish())]
  })
  return Object.fromEntries(shapes)
}
