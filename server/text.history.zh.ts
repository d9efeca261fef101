import { quoted } from './text.quoted.zh.js'

/** What is said of earlier versions and of documents that have left. */
export const historyText = {
  missing: {
    /** {n} is the number in the address, put in by the script. */
    paragraph: (paragraphs: number) => `没有第 {n} 段：这份文件共 ${paragraphs.toLocaleString('zh-CN')} 段。`,
    /** Before the link to the versions. */
    versions: '段号可能出自另一版，请看',
  },
  versions: {
    number: (n: number) => `第 ${n} 版`,
    span: (since: string | null, until: string | null) => {
      if (until === null) return since === null ? '现行版本' : `${since}收录，现行版本`
      return since === null ? `至${until}为止` : `${since}收录，至${until}为止`
    },
    notice: '版本提示',
    badge: '历史版本',
    earlier: (n: number, span: string) => `这是本文件的第 ${n} 版（${span}），已由后来的版本取代，仅供查考。`,
    current: '查看现行版本',
    replaced: (n: number) => `第 ${n} 版，已被取代`,
    changed: (n: number) => `收录后有改动，现为第 ${n} 版`,
    all: '历次版本',
    bad: (value: string) => `版本号（version）的值${quoted(value)}无法使用，应为从 1 开始的整数。`,
  },
  gone: {
    pageTitle: (title: string) => `已移出档案：${title}`,
    badge: '已移出档案',
    message: '本馆曾收录这份文件，其来源现已移除，正文不再提供。编号保留，不会另作他用；来源恢复后，原网址仍可使用。',
    withdrawn: {
      title: '这份文件不再公开',
      badge: '不再公开',
      message:
        '本馆曾收录这份文件，它现在不属于主动公开的范围，名称和正文都不再提供。编号保留，不会另作他用；重新公开后，原网址仍可使用。',
      ask: '向发布机构查询，或按《政府信息公开条例》申请公开。',
    },
    left: '移出日期',
    ways: '还可以这样查找',
    similar: '查找名称相近的文件',
    ask: '向发布机构查询，或按《政府信息公开条例》申请公开，请写明上面的名称、索引号或文号。',
    cited: '核对引文',
    citedHint: '引文注明的永久网址和正文校验值与下面任何一版一致，所引就是这份文件的那一版。',
  },
}
