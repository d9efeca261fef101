const LONGEST = 60
const BODY =
  /(?:政府|国务院|中共中央|中央军委|委员会|办公[厅室]|[局厅部署]|[省市区县旗州镇乡]委|[党工团纪政]委|[管组安编]委会|办事处|管理处|人大|代表大会|常委会|政协|法院|检察院|工会|协会|联合会|指挥部|领导小组|联席会议|党组|集团|公司|中心|银行)$/

/** True for a line that names one or several bodies and nothing else: who sends a document, or signed it. */
export function isBodyLine(line: string): boolean {
  if (line.length > LONGEST) return false
  const compact = line.replace(/\s/g, '')
  return /^[\p{Script=Han}、（）()]{2,}$/u.test(compact) && BODY.test(compact) && !/关于|[的在了将]/.test(compact)
}
