import type { LabelMeaning } from './labels.js'

/**
 * Names of fields in the exports and interfaces of content systems, in lower case and without what joins their words:
 * those of TRS (DOCTITLE, DOCHTMLCON), of programs (articleTitle, publishTime) and abbreviations of pinyin (fwzh).
 */
export const EXPORT_LABELS: Partial<Record<LabelMeaning, string[]>> = {
  title: [
    ...['articletitle', 'infotitle', 'doctitle', 'newstitle', 'filetitle', 'policytitle', 'titlename', 'headline'],
    ...['posttitle', 'xxmc', 'wjmc', 'wjbt', 'xxbt'],
    ...['lettertitle', 'mailtitle', 'questiontitle', 'asktitle', 'lettersubject', 'biaoti'],
  ],
  body: [
    ...['articlecontent', 'infocontent', 'doccontent', 'dochtmlcon', 'newscontent', 'policycontent', 'filecontent'],
    ...['contenthtml', 'htmlcontent', 'contenttext', 'textcontent', 'bodytext', 'fulltext', 'maintext', 'maincontent'],
    ...['articlebody', 'contents', 'paragraphs', 'zhengwen', 'neirong', 'postcontent', 'xxnr', 'zwnr', 'wjnr'],
  ],
  abstract: ['docabstract', 'articleabstract', 'articlesummary', 'digest', 'postexcerpt'],
  question: ['lettercontent', 'mailcontent', 'questioncontent', 'askcontent', 'consultcontent', 'appealcontent'],
  reply: ['replycontent', 'answercontent', 'replyinfo', 'answerinfo', 'replytext'],
  issuer: [
    ...['deptname', 'departmentname', 'orgname', 'organname', 'publishorg', 'publishdept', 'publishorgname'],
    ...['publishdeptname', 'publishunit', 'puborgname', 'pubdept', 'pubunit', 'issuingbody', 'issueorg', 'issuedept'],
    ...['contentsource', 'replydept', 'replyorg', 'replyunit', 'replydeptname', 'answerdept', 'fwjg', 'fbjg'],
  ],
  doc_number: [
    ...['docnumber', 'docnum', 'documentno', 'documentnum', 'filenum', 'filenumber', 'fileno', 'fwzh', 'wenhao'],
    ...['docfilenum', 'docfileno', 'docfilenumber', 'documentcode', 'wjh', 'wjbh'],
  ],
  index_number: ['indexno', 'indexnum', 'indexcode', 'idxid', 'suoyinhao', 'syh'],
  topics: ['themename', 'topicname', 'categoryname', 'themecategory', 'ztfl'],
  written: [
    'writtendate',
    'writedate',
    'writetime',
    'docreltime',
    'signdate',
    'lettertime',
    'asktime',
    'cwrq',
    'fwrq',
    'scrq',
  ],
  published: [
    ...['publishtime', 'publishedat', 'publishdatetime', 'publicationtime', 'pubtime', 'docpubtime', 'releasetime'],
    ...['releasedate', 'deploytime', 'datepublished', 'displaytime', 'posttime', 'postdate', 'publicdate'],
    ...['replytime', 'replydate', 'answertime', 'fbsj', 'fbrq'],
  ],
  effective: ['effectivetime', 'effectdate', 'implementdate', 'implementationdate', 'ssrq'],
  validity: ['effectstate', 'effectstatus', 'validstatus', 'validitystatus', 'timeliness', 'yxx'],
  keywords: ['keyword', 'dockeywords', 'ztc'],
  url: ['docpuburl', 'puburl', 'pageurl', 'detailurl', 'weburl'],
  visibility: [
    ...['opentype', 'opentypename', 'openway', 'openmode', 'opencategory', 'publictype', 'publicway', 'publicmode'],
    ...['disclosuretype', 'secretlevel', 'gkfs', 'gklx', 'gksx'],
  ],
  open: ['isopen', 'isopened', 'ispublic', 'sfgk'],
}
