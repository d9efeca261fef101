/**
 * Radicals of the block CJK Radicals Supplement, each followed by the character it looks like (Unicode's property
 * Equivalent_Unified_Ideograph).
 */
const SUPPLEMENT = [
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌',
  '⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓',
  '⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝',
  '⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐',
  '⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
].join('')

const characters = new Map<string, string>()
const pairs = [...SUPPLEMENT]
for (let at = 0; at < pairs.length; at += 2) characters.set(pairs[at]!, pairs[at + 1]!)

const RADICAL = /[\u2e80-\u2fdf]/g

/**
 * A text with characters for radicals: ⻘ and ⼈ become 青 and 人. A page has glyphs, and where one stands for both, many
 * programs that print PDF take the radical, which no name, number or label is then known by.
 */
export const withoutRadicals = (text: string): string =>
  text.replace(RADICAL, (radical) => characters.get(radical) ?? radical.normalize('NFKC'))
