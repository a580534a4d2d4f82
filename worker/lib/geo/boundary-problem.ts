/** Why a boundary cannot be taken. Each has its sentence in the words of the portal. */
export const BOUNDARY_PROBLEM_CODES = [
  'empty',
  'too_large',
  'kmz',
  'web_page',
  'wkt',
  'esri_json',
  'json_lines',
  'topo_json',
  'other_system',
  'which_meridian',
  'unknown_format',
  'entities',
  'broken_xml',
  'broken_json',
  'no_polygon',
  'two_outlines',
  'too_many_vertices',
  'too_many_parts',
  'too_many_rings',
  'too_many_elements',
  'too_many_members',
  'line_too_long',
  'bad_number',
  'swapped',
  'metres',
  'outside_vietnam',
  'too_wide',
  'too_few_corners',
  'self_crossing',
  'too_tangled',
  'hole_outside',
  'zero_area',
  'parts_overlap',
] as const

export type BoundaryProblemCode = (typeof BOUNDARY_PROBLEM_CODES)[number]

/** `values` fill the sentence: where a line crosses itself, how many corners there are. */
export type BoundaryProblem = {
  readonly code: BoundaryProblemCode
  readonly values: Readonly<Record<string, string | number>>
}

export type BoundaryRefusal = { readonly ok: false; readonly problem: BoundaryProblem }

export function refuseBoundary(
  code: BoundaryProblemCode,
  values: BoundaryProblem['values'] = {},
): BoundaryRefusal {
  return { ok: false, problem: { code, values } }
}
