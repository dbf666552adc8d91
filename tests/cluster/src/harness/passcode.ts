export const PASSCODE = 'correct horse battery'
