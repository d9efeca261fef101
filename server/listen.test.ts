import { connect, type Server, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { listen, ListenError } from './listen.js'

/** Sends bytes as they are and returns the whole answer. */
function send(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => (answer += part))
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}

describe('listen', () => {
  it('takes a free port for 0, tells it, and gives it back on close', async () => {
    const site = await listen((_request, response) => response.end('here'), '127.0.0.1', 0)
    expect(site.url).toBe(`http://127.0.0.1:${site.port}`)
    expect(await (await fetch(site.url)).text()).toBe('here')
    await site.close()
    const again = await listen((_request, response) => response.end(), '127.0.0.1', site.port)
    await again.close()
  })

  it('lets a running request end before it closes', async () => {
    let finish = (): void => {}
    const asked = new Promise<void>((arrived) => {
      finish = arrived
    })
    const site = await listen(
      (_request, response) => {
        finish()
        setTimeout(() => response.end('done'), 50)
      },
      '127.0.0.1',
      0,
    )
    const answer = fetch(site.url).then((response) => response.text())
    await asked
    await site.close()
    expect(await answer).toBe('done')
  })

  it('says in a sentence that a port is taken', async () => {
    const site = await listen((_request, response) => response.end(), '127.0.0.1', 0)
    const second = listen((_request, response) => response.end(), '127.0.0.1', site.port)
    await expect(second).rejects.toThrow(ListenError)
    await expect(second).rejects.toThrow(new RegExp(`127.0.0.1:${site.port} 已被其他程序占用`))
    await site.close()
  })

  it('tells what keeps connections from being taken, and goes on', async () => {
    const errors: Error[] = []
    let server: Server | undefined
    const site = await listen(
      (request, response) => {
        server = (request.socket as Socket & { server: Server }).server
        response.end('here')
      },
      '127.0.0.1',
      0,
      (error) => errors.push(error),
    )
    await (await fetch(site.url)).text()
    // As Node does where it cannot accept a connection.
    for (const message of ['accept EMFILE', 'accept ENFILE']) server!.emit('error', new Error(message))
    expect(errors.map(({ message }) => message)).toEqual(['accept EMFILE', 'accept ENFILE'])
    expect(await (await fetch(site.url)).text()).toBe('here')
    await site.close()
  })

  it('answers characters that are not encoded with what would be right', async () => {
    const site = await listen((_request, response) => response.end(), '127.0.0.1', 0)
    const answer = await send(site.port, 'GET /search?q=电梯 HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(answer).toContain('须经百分号编码')
    await site.close()
  })

  it('takes an address of 10,000 Chinese characters, and refuses one past all measure with a sentence', async () => {
    const site = await listen((request, response) => response.end(String(request.url?.length)), '127.0.0.1', 0)
    const path = `/search?q=${encodeURIComponent('电'.repeat(10_000))}`
    expect(await (await fetch(site.url + path)).text()).toBe(String(path.length))
    const answer = await send(site.port, `GET /${'a'.repeat(300_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 431 .*地址过长/s)
    await site.close()
  })
})
