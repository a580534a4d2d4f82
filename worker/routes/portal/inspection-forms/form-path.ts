export const FORMS_PATH = '/portal/inspection-forms'

export const formPath = (id: string): `/${string}` => `${FORMS_PATH}/${encodeURIComponent(id)}`
