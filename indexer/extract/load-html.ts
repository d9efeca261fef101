import { load, type CheerioAPI } from 'cheerio/slim'
import { parse } from 'parse5'
import { adapter } from 'parse5-htmlparser2-tree-adapter'

/** As cheerio's own `load`, from a module that does not bring a client for the web with it: it starts twice as fast. */
export const loadHtml = (content: string): CheerioAPI => load(parse(content, { treeAdapter: adapter }))
