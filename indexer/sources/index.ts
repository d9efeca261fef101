export { findSource, loadSource, parseSource, SOURCE_FILE } from './load-source.js'
export { SourceError, type Source } from './source.js'
