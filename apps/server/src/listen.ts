import type { Server } from 'node:http'

/** One sentence for whoever starts the server. */
export class PortError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'PortError'
  }
}

/** Listens and tells on which port; 0 lets the system choose. Rejects with PortError. */
export function listen(http: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(asSentence(error, port, host)))
    http.listen({ port, ...(host !== undefined && { host }) }, () => {
      const address = http.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function asSentence(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new PortError(`Port ${port} is already in use. Set PORT to another one.`)
    case 'EACCES':
      return new PortError(`Evenkeel may not listen on port ${port}. Set PORT to one above 1024.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new PortError(`This machine has no address ${host ?? ''}. Set HOST to one that it has.`)
    default:
      return error
  }
}
