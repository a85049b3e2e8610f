/* 名称查找。没有它，表单照样提交，查找页写着怎样按地区找。
<html data-root="../">: the index is at {root}search/index/ (format: IndexText.cs, rules: tests/search-cases.json)
<form role="search"> with input[name=q]: a combobox; adds ul.sug > li[.on], p.vh; the form needs position: relative (parts/search.css)
<div id="results" data-places data-feedback> on /search/: its text stays without ?q=, else p.sum, section > h2 + ul.hits > li > a, .at, .note, mark
portalSearch.find(q): Promise of {places, schools, placeTotal, total, more (a lower bound), near (only similar names)} */
((w, d) => {
'use strict';
const root = d.documentElement.dataset.root || './', here = d.currentScript && d.currentScript.src;
const HAN = '〇一二三四五六七八九', LISTED = 200, NO = 9;
const BLANK = /[\0-\/:-@[-`{-\xbf\u2000-\u206f\u3000-\u3004\u3008-\u3020\u30fb\ufeff]+/g;
const KIND = /([^自]{1,3}族)*(自治)?[省市县区州旗盟]$|地区$/;
const flat = a => [].concat(...a), uniq = a => [...new Set(a)], tight = s => s.replace(/ /g, '');

/* the rules of SearchText.cs */
const plain = s => s.normalize('NFKC').toLowerCase();
const han = s => s.replace(/\d/g, c => HAN[c]);
const normalise = (s, tens) => plain(s).replace(BLANK, ' ').trim().replace(/[零○]/g, '〇').replace(/\d+/g, n =>
  n[3] ? n : tens && n[1] && !n[2] && n[0] > 0 ? (n[0] > 1 ? HAN[n[0]] : '') + '十' + (n[1] > 0 ? HAN[n[1]] : '') : han(n));
const code = s => plain(s).replace(/[^a-z0-9]/g, '');
const forms = s => uniq([normalise(s), normalise(s, true)]).filter(Boolean);
const keys = names => flat(names.map(forms)).map(tight);

/* 0 the name, 1 its beginning, 2 a run of it, 3 all parts, 4 the characters in this order */
const rate = (form, key) => {
  let run = tight(form), at = key.indexOf(run), i = 0;
  if (at >= 0) return at ? 2 : run === key ? 0 : 1;
  if (form.split(' ').every(p => key.includes(p))) return 3;
  for (const c of run) if (!(i = key.indexOf(c, i) + 1)) return NO;
  return 4;
};
const best = (fs, ks) => Math.min(NO, ...flat(fs.map(f => ks.map(k => rate(f, k)))));

/* files: each is read once, a failed one again */
const kept = {};
const once = (name, make) => kept[name] || (kept[name] = make().catch(e => { delete kept[name]; throw e; }));
const file = path => once(path, async () => {
  const r = await fetch(root + 'search/index/' + path, { cache: path === 'places' ? 'no-cache' : 'default' });
  if (!r.ok) throw Error(path);
  let b = new Uint8Array(await r.arrayBuffer()), n = b.length - 4;
  if (b[0] === 31 && b[1] === 139) {
    if (w.DecompressionStream) return new Response(new Blob([b]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    b = (await once('/inflate', inflate))(b.subarray(10, n - 4), new Uint8Array(new DataView(b.buffer).getUint32(n, true)));
  }
  return new TextDecoder().decode(b);
});
const inflate = () => new Promise((done, fail) => {
  const s = d.createElement('script');
  w.module = {};
  s.onload = () => done(w.module.exports);
  s.onerror = fail;
  s.src = new URL('vendor/tiny-inflate/tiny-inflate.js', here);
  d.head.append(s);
});

let dir;
const directory = () => once('/', async () => {
  const [head, pairs, ...lines] = (await file('places')).split('\n'), h = head.split('\t'), rank = {}, by = {};
  if (h[0] !== 'portal-search 1') throw Error(h[0]);
  Array.from(pairs).forEach((c, i, a) => { if (i % 2) rank[a[i - 1] + c] = i; });
  let p = { id: '' };
  const all = lines.filter(Boolean).map(l => {
    const f = l.split('\t'), id = p.id.slice(0, parseInt(l[0], 36)) + f[0].slice(1), key = keys([f[1]])[0];
    const parent = f[3] === '.' ? p : f[3] ? by[f[3]] : p.parent;
    return p = by[id] = { id, key, short: key.replace(KIND, ''), name: f[1], level: f[2] || p.level, parent, shard: f[4], url: f[5] || h[3].replace('*', id),
      at: where(parent), place: id, was: [] };
  });
  dir = { shards: h[1], url: h[4] || '', rank, by, all };
});
const up = p => p ? [p, ...up(p.parent)] : [];
const where = p => up(p).slice(0, 2).filter(x => x.parent).reverse().map(x => x.name).join('');
const rows = block => {
  let place;
  return block.split('\n').filter(Boolean).map(l => {
    const f = l.split('\t'), was = f[5] ? f[5].split('|') : [];
    place = f[2] || place;
    return { id: f[0], name: f[1], place, at: [where(dir.by[place]), f[3]].join(' '), level: f[4], was, note: f[6],
      url: f[7] || dir.url.replace('*', f[0]), keys: keys([f[1], ...was]) };
  });
};
/* the schools of a run, or nothing; cut: how many there are where not all are listed */
const list = async run => {
  let h = 2166136261, at = 0;
  const route = run[0] === '#' ? run.slice(0, 9) : Array.from(run).slice(0, 3).join('');
  for (let i = 0; i < route.length; i++) h = Math.imul(h ^ route.charCodeAt(i), 16777619);
  h = (h ^ h >>> 15) & dir.shards - 1;
  const path = dir.shards + (h < 16 ? '/0' : '/') + h.toString(16), s = await once('/' + path, async () => {
    const [top, runs = ''] = (await file(path)).split('\n\n');
    return { rows: rows(top), runs: new Map(runs.split('\n').map(l => [l.split('\t')[0], l.split('\t')])) };
  });
  const f = s.runs.get(run);
  return f && { cut: +f[2], rows: f[1].split(',').map(n => s.rows[at += parseInt(n, 36)]) };
};
/* the list of the shortest beginning of a frequent run that is not frequent, else of the run */
const chain = async (run, n) => {
  const c = Array.from(run);
  let l;
  do l = await list(c.slice(0, n).join('')); while (l && l.cut && n++ < c.length);
  return l;
};

const pairs = s => uniq(Array.from(s).map((c, i, a) => c + a[i + 1]).slice(0, -1)).sort((a, b) => (dir.rank[b] || NO ** 9) - (dir.rank[a] || NO ** 9));
/* schools whose names have all parts; total: of the run, where one run was asked */
const named = async form => {
  const parts = form.split(' ').sort((a, b) => b.length - a.length), rare = flat(parts.map(pairs)).find(b => !dir.rank[b]);
  let l, least;
  if (rare) least = await list(rare);
  else for (const p of parts) if (!least || p[1]) {
    l = await chain(p, Math.min(3, Array.from(p).length));
    if (!least || !l || (l.cut || 0) < least.cut) least = l;
    if (!l || !l.cut) break;
  }
  l = least || { rows: [] };
  return { rows: l.rows.filter(r => best([form], r.keys) < 4), total: parts[1] ? 0 : l.cut, more: parts[1] && l.cut };
};
/* the code's beginning is filed at 4, 6, 8 characters, then as far as it is frequent */
const coded = async c => {
  const n = c.length < 8 ? c.length & 6 : 8, l = await chain('#' + (n < 8 ? c.slice(0, n) : c), n + 1) || { rows: [] };
  return { rows: l.rows.filter(r => code(r.id).startsWith(c)), total: n < 8 && c[n] ? 0 : l.cut, more: c[n] && l.cut };
};
/* places whose names stand in the query, and what else it says */
const placesIn = form => {
  let top = 1, out = [];
  for (const place of dir.all) {
    let rest = form, sure = true, got = 0;
    for (const p of up(place)) {
      const k = [p.key, p.short].find(n => n[1] && rest.includes(n));
      if (!k && p === place) break;
      if (!k) continue;
      const after = rest[rest.indexOf(k) + k.length];
      if (k !== p.key && after && after !== ' ') sure = false;
      rest = rest.replace(k, ' ');
      got += k.length;
    }
    if (got > top) { top = got; out = []; }
    if (got === top) out.push({ place, sure, rest: rest.trim().replace(/ +/g, ' ') });
  }
  return out[12] ? [] : out;
};
/* schools of a place whose names have the rest: by its counties' files, of a large place by the run */
const inside = async ({ place, rest }) => {
  const own = dir.all.filter(p => p.shard && up(p).includes(place)), big = own[24] && await named(rest);
  const all = big ? big.rows.filter(r => own.includes(dir.by[r.place])) : flat(await Promise.all(own.map(async p => rows(await file('c/' + p.id)))));
  return { more: big && (big.more || big.total), hits: all.map(r => [r, best([rest], r.keys)]).filter(h => h[1] < NO).map(([r, c]) => [r, c < 4 ? 3 + c / 10 : 4]) };
};
const less = (a, b) => a < b ? -1 : +(a > b);
const order = ([a, x], [b, y]) => x - y || !!a.note - !!b.note || less(a.place, b.place) || less(a.name, b.name) || less(a.id, b.id);

const find = async q => {
  const fs = forms(q), hits = new Map(), out = { places: [], schools: [], placeTotal: 0, total: 0, more: false, near: false, within: [] };
  if (!fs[0]) return out;
  await directory();
  const c = /^[a-z0-9 -]*$/.test(plain(q.trim())) && /\d/.test(plain(q)) && code(q)[3] ? code(q) : '';
  const put = (r, k) => { const o = hits.get(r.id); if (!o || k < o[1]) hits.set(r.id, [r, k]); return !o; };
  const add = (l, f) => {
    const fresh = l.rows.filter(r => put(r, f(r))).length;
    out.total += l.total ? l.total - l.rows.length + fresh : fresh;
    if (l.more) out.more = true;
  };
  const found = placesIn(fs[0]);
  const ps = dir.all.map(p => [p, c && p.id.startsWith(c) ? 1 : Math.min(best(fs, [p.key]), found.some(x => x.place === p && !x.rest) ? 3 : NO)]);
  if (c) add(await coded(c), r => +(code(r.id) !== c));
  if (!out.total) for (const f of fs) add(await named(f), r => best([f], r.keys));
  for (const x of found) if (x.rest && (x.sure || !out.total)) {
    const g = await inside(x);
    add({ rows: g.hits.map(h => h[0]), more: g.more }, r => g.hits.find(h => h[0] === r)[1]);
  }
  let all = [...hits.values()];
  const good = all.filter(h => h[1] < 4);
  if (good[0]) { out.total -= all.length - good.length; all = good; }
  if (!all[0] && !c) for (const b of pairs(tight(fs[0])).slice(0, 4)) if (!all[0]) {
    all = ((await list(b)) || { rows: [] }).rows.filter(r => best(fs, r.keys) < NO).map(r => [r, 4]);
    out.total = all.length;
    out.near = out.more = !!all[0];
  }
  const near = ps.filter(h => h[1] < 4).sort(order).map(h => h[0]);
  return Object.assign(out, { placeTotal: near.length, places: near.slice(0, LISTED), schools: all.sort(order).slice(0, LISTED).map(h => h[0]), within: found.map(x => x.place) });
};

/* words and looks */
const el = (tag, cls, ...inner) => { const e = d.createElement(tag); if (cls) e.className = cls; e.append(...inner); return e; };
const link = (text, url) => { const a = el('a', '', text); a.href = url; return a; };
const set = (e, o) => { for (const k in o) e.setAttribute(k, o[k]); };
const marked = (name, q) => {
  const at = [], spots = [], out = [];
  let i = 0, key = '';
  for (const ch of name) {
    for (const u of tight(han(normalise(ch))).split('')) { key += u; at.push([i, i + ch.length]); }
    i += ch.length;
  }
  for (const f of forms(q).map(han)) for (const p of [tight(f), ...f.split(' ')]) {
    const n = key.indexOf(p);
    if (n >= 0 && !spots[0]) spots.push([at[n][0], at[n + p.length - 1][1]]);
    else if (n >= 0 && at[n][0] >= spots[spots.length - 1][1]) spots.push([at[n][0], at[n + p.length - 1][1]]);
  }
  i = 0;
  for (const [a, b] of spots) { out.push(name.slice(i, a), el('mark', '', name.slice(a, b))); i = b; }
  return [...out, name.slice(i)];
};
const fill = (to, name, x, q) => {
  name.append(...marked(x.name, q));
  to.append(name, el('span', 'at', [x.at, x.level].filter(Boolean).join(' · ')));
  const was = x.was.find(n => best(forms(q), keys([n])) < best(forms(q), keys([x.name])));
  if (was) to.append(el('span', 'note', '曾用名：', ...marked(was, q)));
  if (x.note) to.append(el('span', 'note', x.note));
  return to;
};

const enhance = (form, no) => {
  const box = form.q, ul = el('ul', 'sug'), say = el('p', 'vh'), id = 'sug' + no;
  let typing, asked = 0, on = -1, hits = [];
  set(box, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false, 'aria-controls': id });
  set(ul, { role: 'listbox', id, 'aria-label': '查找建议' });
  set(say, { role: 'status' });
  ul.hidden = true;
  form.append(ul, say);
  const pick = n => {
    on = n;
    box.removeAttribute('aria-activedescendant');
    [...ul.children].forEach((o, i) => {
      o.className = i === n ? 'on' : '';
      set(o, { 'aria-selected': i === n });
      if (i === n) { set(box, { 'aria-activedescendant': o.id }); o.scrollIntoView({ block: 'nearest' }); }
    });
  };
  const show = open => { ul.hidden = !open; set(box, { 'aria-expanded': open }); pick(-1); };
  const go = n => w.location.assign(root + hits[n].url);
  const ask = async () => {
    const q = box.value, mine = ++asked;
    if (typing) return;
    if (!normalise(q)) { say.textContent = ''; return show(false); }
    try {
      await new Promise(r => setTimeout(r, 80));
      if (mine !== asked) return;
      const r = await find(q);
      if (mine !== asked) return;
      hits = [...r.places.slice(0, Math.max(3, 8 - r.schools.length)), ...r.schools].slice(0, 8);
      ul.textContent = '';
      hits.forEach((x, i) => {
        const o = fill(el('li'), el('b'), x, q);
        set(o, { role: 'option', id: id + '-' + i });
        o.onclick = () => go(i);
        ul.append(o);
      });
      show(!!hits[0]);
      say.textContent = hits[0] ? hits.length + ' 条建议，按上下键选择' : '没有建议，按回车查找';
    } catch (e) { show(false); }
  };
  const close = () => { asked++; show(false); };
  box.addEventListener('input', ask);
  box.addEventListener('compositionstart', () => typing = true);
  box.addEventListener('compositionend', () => { typing = false; ask(); });
  box.addEventListener('blur', close);
  ul.onmousedown = e => e.preventDefault();
  box.addEventListener('keydown', e => {
    const n = hits.length, k = e.key, open = !ul.hidden;
    if (e.isComposing || typing || !n || !box.value) return;
    if (k === 'ArrowDown' || k === 'ArrowUp') {
      const to = k === 'ArrowDown' ? on + 1 : on < 0 ? n - 1 : on - 1;
      if (!open) show(true);
      pick(to < n ? to : -1);
    } else if (open && k === 'Escape') close();
    else if (open && on >= 0 && k === 'Enter') go(on);
    else if (open && on >= 0 && (k === 'Home' || k === 'End')) pick(k === 'Home' ? 0 : n - 1);
    else return;
    e.preventDefault();
  });
};

const page = async box => {
  const q = (new URLSearchParams(w.location.search).get('q') || '').trim(), sum = el('p', 'sum', '正在查找……');
  if (!normalise(q)) return;
  d.querySelectorAll('form[role=search] [name=q]').forEach(b => b.value = q);
  d.title = q + ' - ' + d.title;
  set(sum, { role: 'status' });
  const own = [...box.childNodes], n = x => x.toLocaleString('zh-CN');
  own.forEach(x => x.remove());
  box.append(sum);
  const group = (title, unit, hits, total, more) => {
    if (!hits[0]) return;
    const count = (more ? '至少 ' : '共 ') + n(total) + ' ' + unit + (total > hits.length ? '，先列 ' + hits.length + ' ' + unit + '。加上县名或更多的字，可以缩小范围' : '');
    box.append(el('section', '', el('h2', '', title, el('small', '', count)), el('ul', 'hits', ...hits.map(x => fill(el('li'), link('', root + x.url), x, q)))));
  };
  let none = true;
  try {
    const r = await find(q);
    none = !r.places[0] && !r.schools[0];
    sum.textContent = none ? '没有找到“' + q + '”。查的是地区名称、学校现在和以前的名称、学校代码。可以少输几个字再试。'
      : r.near ? '没有一字不差的“' + q + '”，下面是相近的名称。' : '“' + q + '”的查找结果';
    group('地区', '个', r.places, r.placeTotal);
    group('学校', '所', r.schools, r.total, r.more);
    if (none) r.within.forEach(p => box.append(el('p', '', link(p.name + '的学校', root + p.url))));
  } catch (e) { sum.textContent = '查找用的文件没有打开，可能是网络不通。请稍后再试，或按地区找。'; }
  box.append(el('p', 'more', link('按地区找', box.dataset.places || root + 'places/'), link('告诉我们', box.dataset.feedback || root + 'feedback/')));
  if (none) box.append(...own);
};

w.portalSearch = { normalise, find, score: (q, names) => best(forms(q), keys(names)) };
d.querySelectorAll('form[role=search]').forEach(enhance);
const results = d.getElementById('results');
if (results) page(results);
})(window, document);
