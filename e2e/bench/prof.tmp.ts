import { EngineClient } from '../../indexer/contract/engine/client.js'
import { openEngine } from '../../indexer/contract/engine/open.js'
import { createApp } from '../../server/app.js'
import { listen } from '../../server/listen.js'
import { openArchive } from '../../server/open-archive.js'
import { newSearch } from '../../server/params.js'
import { searchUrl } from '../../server/urls.js'
import http from 'node:http'
const e=await openEngine({dataDir:'/tmp/zd2',url:null,masterKey:null})
const orig=EngineClient.prototype.multiSearch; let log:any[]=[]
EngineClient.prototype.multiSearch=async function(q:any){const t=performance.now();const r=await orig.call(this,q);log.push([q.length,(performance.now()-t).toFixed(1),JSON.stringify(r).length,q[0]?.indexUid?.slice(10),q.map((x:any)=>(x.filter?.join('&')??'').length+'/'+(x.limit??x.hitsPerPage)).join(' ').slice(0,60)]);return r as any}
const archive=openArchive({dataDir:'/tmp/zd2'},e.url,e.searchKey)
const site=await listen(createApp(archive,{siteUrl:null,logLevel:'silent'}),'127.0.0.1',0)
const agent=new http.Agent({keepAlive:true,noDelay:true})
const get=(u:string)=>new Promise<string>((res,rej)=>http.get(u,{agent},r=>{const b:Buffer[]=[];r.on('data',d=>b.push(d));r.on('end',()=>res(Buffer.concat(b).toString()))}).on('error',rej))
await get(site.url+searchUrl(newSearch({q:'政府'})))
for(const q of ['招商引资','营商环境 数字经济','老旧小区加装电梯有什么补贴','推进农业现代化加快发展','高等教育','重点 投资 建设']){for(let k=0;k<3;k++){log=[];const t=performance.now();const h=await get(site.url+searchUrl(newSearch({q})));const total=performance.now()-t;if(k!==1)console.log(q,'#'+k,total.toFixed(1),'html',h.length,'\n   ',log.map(l=>l.join(' ')).join('\n    '))}
 const t=performance.now();await archive.search(newSearch({q}));console.log('   search only',(performance.now()-t).toFixed(1))}
await site.close();await e.release();process.exit()
