/** Of the servers that the bench starts for itself. */
export const PASSCODE = 'bench bench bench'
