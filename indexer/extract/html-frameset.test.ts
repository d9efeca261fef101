import { describe, expect, it } from 'vitest'
import { extractFile } from './index.js'

const skippedOf = async (page: string) => (await extractFile('index.html', Buffer.from(page), null)).skipped

describe('a page made of frames', () => {
  it('is skipped with the names of the pages that it shows', async () => {
    const skipped = await skippedOf(
      '<html><head><title>某区</title></head><frameset><frame src="left.htm"><frame src="main.htm"></frameset></html>',
    )
    expect(skipped).toContain('left.htm、main.htm')
  })

  it('is skipped where it names none', async () =>
    expect(await skippedOf('<html><frameset cols="20%,80%"></frameset></html>')).toMatch(/框架/))

  it('is none where frames are only written about', async () =>
    expect(
      await skippedOf('<html><body><!-- <frameset> --><p>定于九月一日开学，请各校做好准备。</p></body></html>'),
    ).toBe(null))
})
