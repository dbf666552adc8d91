/** A token that stands in one private text only, so that wherever it turns up it is known what has leaked. */
const CANARY = /xq\d+qx/g

export const canary = (number: number): string => `xq${number}qx`

/** The canaries in a text or in a whole JSON. */
export const canariesIn = (text: string): ReadonlySet<string> => new Set(text.match(CANARY) ?? [])
