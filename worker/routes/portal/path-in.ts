/** Where the pages of one kind of thing are, each by its id. */
export function pathIn(base: `/portal/${string}`) {
  return (id: string): `/portal/${string}` => `${base}/${encodeURIComponent(id)}`
}

export const sitePath = pathIn('/portal/sites')
export const codePath = pathIn('/portal/codes')
