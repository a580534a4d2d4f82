/** What most people have in the house: an A4 sheet of 24. */
export const USUAL_STOCK = 'a4-24'
