/** One of OpenCC's character tables as opencc-js ships it: `from to|from to to2|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string
  export default table
}
