/** Where the codes of samples lead, as it stands in them: no label begins so. */
export const SAMPLE_PATH = 'TEM-THU'
