import fs from 'fs'; import vm from 'vm'; import path from 'path';
const dir=process.argv[2], data=JSON.parse(fs.readFileSync(dir+'.json','utf8'));
let reqs=[],bytes=0;
const ctx={console,URL,URLSearchParams,TextDecoder,Response,Blob,setTimeout,clearTimeout,Uint8Array,Error,Promise,Map,Math,Array};
const noInflate=process.argv[3]==='inflate';
if(!noInflate) ctx.DecompressionStream=DecompressionStream;
ctx.window=ctx; ctx.location={search:''};
ctx.fetch=async u=>{const f=path.join(dir,u.replace('/ROOT/',''));const b=fs.readFileSync(f);reqs.push(u);bytes+=b.length;return new Response(b)};
ctx.document={documentElement:{dataset:{root:'/ROOT/'}},currentScript:{src:'https://x.invalid/theme/search.js'},querySelectorAll:()=>[],getElementById:()=>null,
 createElement:()=>({}),head:{append(s){ const m=ctx.module; vm.runInContext(fs.readFileSync('theme/vendor/tiny-inflate/tiny-inflate.js','utf8'),ctx); s.onload();}}};
function fresh(){vm.createContext(ctx);delete ctx.portalSearch;vm.runInContext(fs.readFileSync('theme/search.js','utf8'),ctx);return ctx.portalSearch;}
const P=fresh();
const key=s=>P.normalise(s).replace(/ /g,''), key2=s=>P.normalise(s,true).replace(/ /g,'');
const S=data.schools.map(s=>({id:s.Id,url:s.Address.slice(1),keys:[...new Set([s.Name,...s.FormerNames].flatMap(n=>[key(n),key2(n)]))],s}));
let seed=11;const rnd=n=>{seed=(seed*1103515245+12345)&0x7fffffff;return (seed>>8)%n};
function scan(q){const f=[...new Set([key(q),key2(q)])];return S.filter(s=>f.some(x=>s.keys.some(k=>k.includes(x))));}
let bad=0,n=0,cpu=0;
const N=+(process.argv[4]||3000);
const cold=[];
for(let i=0;i<N;i++){
  const k=S[rnd(S.length)].keys[0];const a=rnd(k.length-1),l=2+rnd(k.length-a-1);const q=k.slice(a,a+l);
  const want=scan(q);reqs=[];bytes=0;
  const t=performance.now();const r=await P.find(q);cpu=Math.max(cpu,performance.now()-t);
  const got=new Set(r.schools.map(x=>x.url));
  // every scan hit (≤200) is listed; total is at least the scan's; exact when no place route added
  const miss=want.length<=200?want.filter(s=>!got.has(s.url)):[];
  const extra=r.total-want.length;
  const inPlaceExtra=r.schools.filter(x=>!want.some(s=>s.url===x.url)).length;
  if(miss.length&&r.total<=200||r.total<want.length||(extra!==0&&inPlaceExtra===0)||r.near){bad++;if(bad<15)console.log('BAD',q,'want',want.length,'total',r.total,'miss',miss.length,miss[0]&&miss[0].s.Name,'extra',inPlaceExtra,r.near,r.more);}
  n++;
}
console.log('substrings',n,'bad',bad,'max ms',cpu.toFixed(1));
// cold costs
async function cost(q){const p=fresh();reqs=[];bytes=0;const r=await p.find(q);return {q,req:reqs.length,bytes,total:r.total,more:r.more,near:r.near,first:r.schools[0]&&r.schools[0].name+'|'+r.schools[0].at,places:r.places.length}}
const name=s=>data.places.find(p=>p.Code===s.Place).Name;
let cs=[],names=[],top5=0,top5c=0,M=200;
for(let i=0;i<M;i++){const s=S[rnd(S.length)].s;const q=name(s)+s.Name.replace(name(s),'');let c=await cost(q);cs.push(c);
 const r=await P.find(q); if(r.schools.slice(0,5).some(x=>x.url===s.Address.slice(1)))top5c++; else if(i<40)console.log('not in 5:',q,s.Name,r.total,r.schools[0]&&r.schools[0].name);
 names.push(await cost(s.Name)); }
const st=(a,f)=>{a=a.map(f).sort((x,y)=>x-y);return [a[a.length>>1],a[a.length*.95|0],a[a.length-1]]};
console.log('county+name in5',top5c/M,'req',st(cs,x=>x.req),'bytes',st(cs,x=>x.bytes));
console.log('name req',st(names,x=>x.req),'bytes',st(names,x=>x.bytes));
const ex=S[123].s, cn=name(ex);
for(const q of [ex.Id,ex.Id.slice(0,4),ex.Id.slice(0,6),ex.Id.slice(0,9),'城','小学','中心小学',cn,cn+' 三小',cn+'三小',cn.slice(0,2)+'中心','第12小学','12小','第十二小学','第３小学','不存在的名字xyz','村小学 柳', ex.Place, ex.Place.slice(0,4),'小 学 中心', cn+' 小学','安岭省 实验小学', ex.Name.slice(0,-3)+ex.Name.slice(-2)]) console.log(JSON.stringify(await cost(q)));
