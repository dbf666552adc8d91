/** Of servers that live as long as one run. */
export const PASSCODE = 'nothing is kept here'
