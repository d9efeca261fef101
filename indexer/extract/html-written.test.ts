import { expect, it } from 'vitest'
import { extractHtml } from './html.js'

const BODY = '<div id="zoom"><p>各街道办事处：为做好防汛工作，各单位应当落实责任，现将有关事项通知如下。</p></div>'
const published = (script: string): unknown =>
  extractHtml(`<html><body><div>发布时间：<script>${script}</script></div>${BODY}</body></html>`, null).fields.published

it.each([
  ['document.write("2015-06-07 09:12".substring(0,10));', '2015-06-07'],
  ["document.writeln('2015年6月7日')", '2015年6月7日'],
  ['var d = "2015-06-07 09:12:30"; document.write(d.substr(0, 10));', '2015-06-07'],
])('a date that a script writes stands in the page: %s', (script, date) => expect(published(script)).toEqual([date]))

it.each([
  'document.write(new Date().getFullYear() + "-06-07")',
  'document.write("<b>2015-06-07</b>")',
  'var d = "2015-06-07"; document.write(e)',
  'document.write("点击排行")',
  'showDate("2015-06-07")',
])('what it makes itself does not: %s', (script) => expect(published(script)).toBeUndefined())
