import * as z from 'zod'
import { fieldsOf } from './resource.ts'

/** A thing as programs send it, for the description of the API: shapes only, read by `inputOf`. */
export function jsonShapeOf(described: {
  readonly fields: object
}): Readonly<Record<string, z.ZodType>> {
  const shapes = fieldsOf(described).flatMap(([name, { json, inputs }]) => {
    if (json !== undefined) return [[name, json]]
    return inputs.map(({ suffix, required = false, maxlength }) => {
      const text = z.string().meta({
        ...(required ? { minLength: 1 } : {}),
        ...(maxlength === undefined ? {} : { maxLength: maxlength }),
      })
      return [`${name}${suffix}`, required ? text : text.nullish()]
    })
  })
  return Object.fromEntries(shapes)
}
