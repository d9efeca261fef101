import type { CheerioAPI } from 'cheerio/slim'

/** The node types of cheerio's tree, which cheerio itself does not name. */
export type AnyNode = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number]
export type Element = Extract<AnyNode, { tagName: string }>
