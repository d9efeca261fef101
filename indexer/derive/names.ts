/** Surnames common enough to tell a name from a word that stands alone on a line. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪' +
    '范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄' +
    '聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈' +
    '饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑' +
    '郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谌湛咸布乌嘎洛列巴阿努司雪努艾旦多向',
)
/** Two or three characters that stand alone on a line and are no name, though they begin with a surname. */
const WORDS =
  /^(目录|前言|序言|绪言|引言|摘要|正文|全文|附件|附录|说明|方案|计划|规划|纲要|规定|安排|安徽|简介|时间|地点|公告|公报|通知|通报|决定|决议|报告|意见|讲话|致辞|演讲|任务|成就|综合|农业|工业|商业|金融|文化|教育|时期|明年|全省|全区|全国|国务院|省政府|市政府|区政府|总则|附则|结语|结束语|同志们)$/
const NOT_IN_NAMES = /[作的在是了为年月日上届会省市区县局厅部委办报告政府人民代表工作国家计划议]/

const NOT_AFTER_POST = /[作的]|^令|第.{1,3}号|报告|政府|会议|代表|工作|印发|发布|公布|颁布|批准|通过|施行|制定/

/**
 * True for a personal name: Chinese characters, or parts joined by a dot (艾尔肯·某某). `certain` where its place says
 * that it is one (after a post): then up to six characters and any surname will do.
 */
export function isName(value: string, certain: boolean): boolean {
  if (/^\p{Script=Han}{1,8}(?:[·•・‧.．]\p{Script=Han}{1,10})+$/u.test(value)) return true
  if (WORDS.test(value)) return false
  if (certain) return /^\p{Script=Han}{2,6}$/u.test(value) && !NOT_AFTER_POST.test(value)
  return /^\p{Script=Han}{2,4}$/u.test(value) && SURNAMES.has(value[0]!) && !NOT_IN_NAMES.test(value.slice(1))
}

/**
 * 尹 哲 强 → 尹哲强, 李四同志 → 李四: white space between Chinese characters goes, that of other names stays; how people are
 * addressed is no part of their names.
 */
export function joinName(value: string): string {
  const joined = value.replace(/(?<=[\p{Script=Han}·•])\s+(?=[\p{Script=Han}·•])/gu, '').trim()
  return joined.replace(/(?<=\p{Script=Han}{2})同志$/u, '')
}
