/** Goes up by one with every change of any schema; a test holds the hash of the schemas against it. */
export const PROTOCOL_VERSION = 3
