/* 名称查找：地区和学校。没有它，表单照样提交，查找页写着怎样按地区找。
   What pages give it:
   <html data-root="../../">            path to the root of the site; the index is at {root}search/index/
   <form role="search" action="…search/"> with one <input name="q" type="search">: becomes a combobox; a list (ul.sug) is put at the form's end,
                                         the form needs .find of the style sheet (or position: relative)
   <div id="results" data-places="…" data-feedback="…"> on /search/ only: its own text (the way through the tree) stays unless ?q= is given.
   What it makes: ul.sug[role=listbox] > li[role=option] (.on = active), p.vh[role=status]; in #results: p.sum[role=status], section > h2 + ul.hits >
   li > a (with mark), span.at (where), span.note. theme/parts/search.css has their looks.
   window.portalSearch = { normalise(text, tens), score(query, names), find(query) → Promise of
   { places, schools: [{ name, at, note, url, level, was, mark }], placeTotal, total, more (total is a lower bound), near (only similar names), within } }
   The format of the index: src/Portal.Site/Search/IndexText.cs. The rules: tests/search-cases.json. */
(function (w, d) {
'use strict';
var root = d.documentElement.dataset.root || './', here = d.currentScript && d.currentScript.src;
var HAN = '〇一二三四五六七八九', BLANK = /[\0-\/:-@[-`{-\xbf\u2000-\u206f\u3000-\u3004\u3008-\u3020\u30fb\ufeff]+/g;
var SHORT = /(?:特别行政|(?:[^自]{1,3}族)*自治)?[省市县区州旗盟]$|地区$|新区$|林区$/;
var LISTED = 200, NONE = 9;

/* ---- rules, as SearchText.cs ---- */
function han(n) { return n.replace(/\d/g, function (c) { return HAN[c]; }); }
function normalise(text, tens) {
  return text.normalize('NFKC').toLowerCase().replace(BLANK, ' ').trim().replace(/[零○]/g, '〇').replace(/[0-9]+/g, function (n) {
    if (n.length > 3) return n;
    if (tens && n.length === 2 && n[0] !== '0') return (n[0] > 1 ? HAN[n[0]] : '') + '十' + (n[1] > 0 ? HAN[n[1]] : '');
    return han(n);
  });
}
function code(text) { return text.normalize('NFKC').toLowerCase().replace(/[^a-z0-9]/g, ''); }
function forms(text) {
  return [normalise(text), normalise(text, true)].filter(function (f, i, a) { return f && a.indexOf(f) === i; });
}
function tight(form) { return form.replace(/ /g, ''); }
function keys(names) { return [].concat.apply([], names.map(forms)).map(tight); }

/* 0 the name, 1 its beginning, 2 a run of it, 3 all parts, 4 the characters in this order */
function rate(form, key) {
  var all = tight(form), at = key.indexOf(all), i = 0, c;
  if (key === all) return 0;
  if (at > -1) return at ? 2 : 1;
  if (form.split(' ').every(function (p) { return key.indexOf(p) > -1; })) return 3;
  for (c of all) { i = key.indexOf(c, i) + 1; if (!i) return NONE; }
  return 4;
}
function best(fs, ks) {
  return Math.min.apply(0, [NONE].concat([].concat.apply([], fs.map(function (f) { return ks.map(function (k) { return rate(f, k); }); }))));
}
function score(query, names) { return best(forms(query), keys(names)); }

/* ---- files ---- */
var kept = {}, inflate;
function text(path) {
  return kept[path] || (kept[path] = read(root + 'search/index/' + path, path).catch(function (e) { delete kept[path]; throw e; }));
}
async function read(url, path) {
  var r = await fetch(url, path === 'places' ? { cache: 'no-cache' } : {});
  if (!r.ok) throw Error(r.status + ' ' + url);
  var b = new Uint8Array(await r.arrayBuffer());
  if (b[0] === 31 && b[1] === 139) {
    if (w.DecompressionStream) return new Response(new Blob([b]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    var un = await (inflate = inflate || vendored()), n = b.length - 4;
    b = un(b.subarray(10, n - 4), new Uint8Array(b[n] | b[n + 1] << 8 | b[n + 2] << 16 | b[n + 3] << 24));
  }
  return new TextDecoder().decode(b);
}
function vendored() {
  return new Promise(function (done, fail) {
    var s = d.createElement('script');
    w.module = {};
    s.onload = function () { done(w.module.exports); delete w.module; };
    s.onerror = function () { inflate = 0; fail(Error('inflate')); };
    s.src = new URL('vendor/tiny-inflate/tiny-inflate.js', here);
    d.head.append(s);
  });
}

var loaded;
function directory() {
  return loaded || (loaded = text('places').then(function (t) {
    var lines = t.split('\n'), h = lines[0].split('\t'), dir = { shards: +h[1], schoolUrl: h[4] || '', rank: {}, all: [], by: {} }, p = {};
    if (h[0] !== 'portal-search 1') throw Error(h[0]);
    var pairs = Array.from(lines[1]);
    for (var i = 0; i < pairs.length; i += 2) dir.rank[pairs[i] + pairs[i + 1]] = i + 1;
    lines.slice(2, -1).forEach(function (l) {
      var f = l.split('\t'), c = (p.code || '').slice(0, parseInt(l[0], 36)) + f[0].slice(1);
      p = { code: c, name: f[1], level: f[2] || p.level, parent: f[3] === '.' ? p.code : f[3] || p.parent, shard: f[4],
        url: f[5] || h[3].replace('*', c), key: tight(normalise(f[1])) };
      p.short = p.key.replace(SHORT, '');
      dir.all.push(dir.by[c] = p);
    });
    dir.all.forEach(function (x) { if (x.parent === x.code) x.parent = ''; });
    return dir;
  }).catch(function (e) { loaded = 0; throw e; }));
}
function up(dir, p) { var a = []; while (p && a.length < 9) { a.push(p); p = dir.by[p.parent]; } return a; }
function where(dir, p) { return up(dir, p).slice(0, 2).filter(function (x) { return x.parent; }).reverse().map(function (x) { return x.name; }).join(''); }

function rows(dir, block) {
  var place = '';
  return block.split('\n').filter(Boolean).map(function (l) {
    var f = l.split('\t'), p = dir.by[place = f[2] || place], was = f[5] ? f[5].split('|') : [];
    return { id: f[0], name: f[1], place: place, at: [where(dir, p), f[3]].filter(Boolean).join(' '), level: f[4] || '', was: was, note: f[6] || '',
      url: f[7] || dir.schoolUrl.replace('*', f[0]), keys: keys([f[1]].concat(was)) };
  });
}
async function county(dir, c) { return rows(dir, await text('c/' + c)); }
var shards = {};
async function gram(dir, g) { /* the run's schools, or nothing: { rows, total (0: all are here) } */
  var h = 2166136261, i, route = g[0] === '#' ? g.slice(0, 9) : Array.from(g).slice(0, 3).join('');
  for (i = 0; i < route.length; i++) h = Math.imul(h ^ route.charCodeAt(i), 16777619);
  h = ((h ^ h >>> 15) >>> 0) & dir.shards - 1;
  var s = shards[h] = shards[h] || await text(dir.shards + '/' + (h < 16 ? '0' : '') + h.toString(16)).then(function (t) {
    var cut = t.indexOf('\n\n'), lists = {};
    t.slice(cut + 2).split('\n').forEach(function (l) { var f = l.split('\t'); lists['.' + f[0]] = f; });
    return { rows: rows(dir, t.slice(0, cut)), lists: lists };
  });
  var f = s.lists['.' + g], at = 0;
  return f && { total: +f[2] || 0, rows: f[1].split(',').map(function (n) { return s.rows[at += parseInt(n, 36)]; }) };
}

/* ---- a query ---- */
function pairs(dir, part) {
  var c = Array.from(part);
  return c.slice(1).map(function (x, i) { return c[i] + x; });
}
async function chain(dir, run, from) { /* the list of the shortest beginning of the run that is not frequent, else of the run */
  var c = Array.from(run), n = from, g = await gram(dir, c.slice(0, n).join(''));
  while (g && g.total && n < c.length) {
    var next = await gram(dir, c.slice(0, ++n).join(''));
    if (!next && run[0] === '#' && n < 10) continue; /* codes are filed at 4, 6 and 8 */
    g = next;
  }
  return g;
}
async function named(dir, form) { /* schools whose names have all parts: { rows, total, more } */
  var parts = form.split(' '), rare, least, g, p;
  for (p of parts) rare = rare || pairs(dir, p).filter(function (b) { return !dir.rank[b]; })[0];
  if (rare) g = await gram(dir, rare);
  else for (p of parts.slice().sort(function (a, b) { return b.length - a.length; }).slice(0, 3)) {
    if (least && Array.from(p).length < 2) continue;
    g = await chain(dir, p, Math.min(3, Array.from(p).length));
    if (!g || !g.total) break;
    if (!least || g.total < least.total) least = g;
  }
  if (!g) return { rows: [], total: 0 };
  if (g.total) g = least;
  var found = g.rows.filter(function (r) { return best([form], r.keys) < 4; });
  return { rows: found, total: g.total && parts.length < 2 ? g.total : found.length, more: g.total > 0 && parts.length > 1 };
}
async function coded(dir, c) {
  var mark = '#' + c, g = await chain(dir, c.length < 8 ? mark.slice(0, c.length < 6 ? 5 : 7) : mark, c.length < 8 ? (c.length < 6 ? 5 : 7) : 9);
  if (!g) return { rows: [], total: 0 };
  var found = g.rows.filter(function (r) { return code(r.id).indexOf(c) === 0; });
  return { rows: found, total: found.length < g.rows.length ? found.length : g.total || found.length, more: g.total > 0 && found.length < g.rows.length };
}
async function similar(dir, form) { /* the characters in this order, among the schools of a few pairs */
  var b = pairs(dir, tight(form)), rank = function (x) { return dir.rank[x] || 1e6; }, n, g, found = [];
  b = b.filter(function (x, i) { return b.indexOf(x) === i; }).sort(function (x, y) { return rank(y) - rank(x); });
  for (n = 0; n < 4 && n < b.length && !found.length; n++) {
    g = await gram(dir, b[n]);
    if (g) found = g.rows.filter(function (r) { return best([form], r.keys) < NONE; });
  }
  return found;
}
function placesIn(dir, form) { /* places whose names stand in the query, and what else it says: [{ place, rest, sure }] */
  var all = tight(form), top = 0, out = [];
  dir.all.forEach(function (p) {
    var rest = form, got = 0, sure = true, own = false;
    up(dir, p).forEach(function (x, i) {
      var k = [x.key, x.short].filter(function (n) { return n.length > 1 && rest.indexOf(n) > -1; })[0];
      if (!k) return;
      var at = rest.indexOf(k) + k.length;
      if (k !== x.key && rest[at] && rest[at] !== ' ') sure = false;
      rest = rest.replace(k, ' ');
      got += k.length;
      if (!i) own = true;
    });
    if (!own || got < top) return;
    if (got > top) out = [];
    top = got;
    out.push({ place: p, rest: rest.replace(/ +/g, ' ').trim(), sure: sure });
  });
  return out.length > 12 ? [] : out;
}
async function inPlace(dir, hit) { /* [row, class] of the schools in a place whose names have the rest */
  var own = dir.all.filter(function (p) { return p.shard && up(dir, p).indexOf(hit.place) > -1; }), g, list, more;
  if (own.length > 4) {
    g = await named(dir, hit.rest);
    if (g.total > g.rows.length && own.length < 25) g = 0; else { more = g.more || g.total > g.rows.length; list = g.rows.filter(function (r) { return own.indexOf(dir.by[r.place]) > -1; }); }
  }
  if (!g) list = [].concat.apply([], await Promise.all(own.map(function (p) { return county(dir, p.code); })));
  return { more: more, hits: list.map(function (r) { var c = best([hit.rest], r.keys); return [r, c < 4 ? 3 + c / 10 : c]; }).filter(function (h) { return h[1] < NONE; }) };
}
function order(a, b) {
  var x = a[0], y = b[0];
  return a[1] - b[1] || !!x.note - !!y.note || less(x.place, y.place) || less(x.name, y.name) || less(x.id, y.id);
}
function less(a, b) { return a < b ? -1 : +(a > b); }

async function find(query) {
  var fs = forms(query), out = { query: query.trim(), places: [], placeTotal: 0, schools: [], total: 0, more: false, near: false, within: [] };
  if (!fs.length) return out;
  var dir = await directory(), hits = new Map(), c = code(query), counted = 0, f, g, h;
  if (!/^[a-z0-9\s-]*\d[a-z0-9\s-]*$/.test(query.normalize('NFKC').toLowerCase().trim()) || c.length < 4) c = '';
  function put(row, k) { var o = hits.get(row.id); if (!o || o[1] > k) hits.set(row.id, [row, k]); return !o; }

  /* places */
  var inside = placesIn(dir, fs[0]);
  out.within = inside.map(function (x) { return x.place; });
  var ps = dir.all.map(function (p) {
    var k = c && code(p.code).indexOf(c) === 0 ? +(code(p.code) !== c) : best(fs, [p.key]);
    if (k > 3 && inside.some(function (x) { return x.place === p && !x.rest; })) k = 3;
    return [{ id: p.code, name: p.name, place: p.code, at: where(dir, dir.by[p.parent]), level: p.level || '', was: [], note: '', url: p.url }, k];
  }).filter(function (x) { return x[1] < 4; }).sort(order);

  /* schools: the code; names that have all parts; those of a place that have the rest; similar names */
  if (c) { g = await coded(dir, c); g.rows.forEach(function (r) { put(r, +(code(r.id) !== c)); }); counted = g.total; out.more = !!g.more; }
  if (!hits.size) for (f of fs) {
    g = await named(dir, f);
    h = g.rows.filter(function (r) { return put(r, best([f], r.keys)); }).length;
    counted += g.total > g.rows.length ? g.total - g.rows.length + h : h;
    if (g.more) out.more = true;
  }
  inside = inside.filter(function (x) { return x.rest && (x.sure || !hits.size); });
  for (g of await Promise.all(inside.map(function (x) { return inPlace(dir, x); }))) {
    if (g.more) out.more = true;
    g.hits.forEach(function (x) { if (put(x[0], x[1])) counted += 1; });
  }
  var list = Array.from(hits.values());
  if (list.some(function (x) { return x[1] < 4; })) {
    g = list.length;
    list = list.filter(function (x) { return x[1] < 4; });
    counted -= g - list.length;
  } else if (!list.length && !c) {
    for (f of fs) list = list.concat((await similar(dir, f)).map(function (r) { return [r, 4]; }));
    counted = list.length;
    out.near = out.more = counted > 0;
  }
  out.placeTotal = ps.length;
  out.places = ps.slice(0, LISTED).map(function (x) { return x[0]; });
  out.total = counted;
  out.schools = list.sort(order).slice(0, LISTED).map(function (x) { return x[0]; });
  return out;
}

/* ---- words and looks ---- */
function el(tag, cls, text) { var e = d.createElement(tag); if (cls) e.className = cls; if (text) e.textContent = text; return e; }
function runs(name, query) { /* what of the name to mark: [[from, to]] */
  var at = [], key = '';
  Array.from(name).reduce(function (i, ch) {
    for (var k of tight(han(normalise(ch)))) { key += k; for (var u = 0; u < k.length; u++) at.push([i, i + ch.length]); }
    return i + ch.length;
  }, 0);
  for (var f of forms(query)) {
    var all = tight(han(f)), i = key.indexOf(all), out = [];
    if (i > -1) return [[at[i][0], at[i + all.length - 1][1]]];
    for (var p of han(f).split(' ')) { i = key.indexOf(p); if (i > -1) out.push([at[i][0], at[i + p.length - 1][1]]); }
    if (out.length) return out.sort(function (a, b) { return a[0] - b[0]; });
  }
  return [];
}
function marked(to, name, query) {
  var from = 0;
  runs(name, query).forEach(function (r) {
    if (r[0] < from) return;
    to.append(name.slice(from, r[0]), el('mark', '', name.slice(r[0], r[1])));
    from = r[1];
  });
  to.append(name.slice(from));
  return to;
}
function fill(to, link, x, query) {
  to.append(marked(link, x.name, query), el('span', 'at', [x.at, x.level].filter(Boolean).join(' · ')));
  var was = x.was.filter(function (n) { return score(query, [n]) < score(query, [x.name]); })[0];
  if (was) to.append(marked(el('span', 'note', '曾用名：'), was, query));
  if (x.note) to.append(el('span', 'note', x.note));
}
function count(n) { return n.toLocaleString('zh-CN'); }

function enhance(form, no) {
  var box = form.querySelector('input[name=q]'), list = el('ul', 'sug'), say = el('p', 'vh'), typing = 0, asked = 0, on = -1, hits = [], timer;
  if (!box) return;
  function attr(e, o) { for (var k in o) e.setAttribute(k, o[k]); }
  attr(box, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'sug' + no, autocomplete: 'off' });
  attr(list, { role: 'listbox', id: 'sug' + no, 'aria-label': '查找建议' });
  attr(say, { role: 'status' });
  list.hidden = true;
  form.append(list, say);
  function show(open) { list.hidden = !open; box.setAttribute('aria-expanded', open); if (!open) pick(-1); }
  function pick(n) {
    if (list.children[on]) { list.children[on].className = ''; list.children[on].setAttribute('aria-selected', 'false'); }
    var o = list.children[on = n];
    if (!o) return box.removeAttribute('aria-activedescendant');
    o.className = 'on';
    attr(o, { 'aria-selected': 'true' });
    attr(box, { 'aria-activedescendant': o.id });
    if (o.scrollIntoView) o.scrollIntoView({ block: 'nearest' });
  }
  function go(n) { w.location.assign(root + hits[n].url); }
  function ask() {
    var q = box.value, mine = ++asked;
    clearTimeout(timer);
    if (typing) return;
    if (!normalise(q)) { say.textContent = ''; return show(false); }
    timer = setTimeout(function () {
      find(q).then(function (r) {
        if (mine !== asked || d.activeElement !== box) return;
        var few = r.places.slice(0, Math.max(3, 8 - r.schools.length));
        hits = few.concat(r.schools).slice(0, 8);
        pick(-1);
        list.textContent = '';
        hits.forEach(function (x, i) {
          var o = el('li');
          attr(o, { role: 'option', id: 'sug' + no + '-' + i, 'aria-selected': 'false' });
          fill(o, el('b'), x, q);
          o.addEventListener('click', function () { go(i); });
          list.append(o);
        });
        show(hits.length > 0);
        say.textContent = hits.length ? hits.length + ' 条建议，可用上下键选择' : '没有建议，可按回车查找';
      }, function () { if (mine === asked) show(false); });
    }, 80);
  }
  box.addEventListener('input', ask);
  box.addEventListener('compositionstart', function () { typing = 1; });
  box.addEventListener('compositionend', function () { typing = 0; ask(); });
  box.addEventListener('focus', function () { directory().catch(function () {}); });
  box.addEventListener('blur', function () { asked++; show(false); });
  list.addEventListener('mousedown', function (e) { e.preventDefault(); });
  box.addEventListener('keydown', function (e) {
    var n = hits.length, k = e.key, to;
    if (e.isComposing || typing) return;
    if (list.hidden) { if ((k === 'ArrowDown' || k === 'ArrowUp') && n && box.value) { show(true); to = k === 'ArrowDown' ? 0 : n - 1; } else return; }
    else if (k === 'ArrowDown') to = on + 1 < n ? on + 1 : -1;
    else if (k === 'ArrowUp') to = on < 0 ? n - 1 : on - 1;
    else if (k === 'Home' && on > -1) to = 0;
    else if (k === 'End' && on > -1) to = n - 1;
    else if (k === 'Enter' && on > -1) { e.preventDefault(); return go(on); }
    else if (k === 'Escape') { e.preventDefault(); return show(false); }
    else return;
    e.preventDefault();
    pick(to);
  });
}

function page(out) {
  var q = (new URLSearchParams(w.location.search).get('q') || '').trim();
  d.querySelectorAll('form[role=search] input[name=q]').forEach(function (b) { b.value = q; });
  if (!normalise(q)) return;
  d.title = q + '：' + d.title;
  var sum = el('p', 'sum', '正在查找……'), own = d.createDocumentFragment();
  sum.setAttribute('role', 'status');
  while (out.firstChild) own.append(out.firstChild);
  out.append(sum);
  function links() {
    var p = el('p', 'more'), a = el('a', '', '按地区找'), b = el('a', '', '告诉我们');
    a.href = out.dataset.places || root + 'places/';
    b.href = out.dataset.feedback || root + 'feedback/';
    p.append(a, b);
    return p;
  }
  function group(title, total, unit, more, hits) {
    var s = el('section'), h = el('h2', '', title), u = el('ul', 'hits'), n = (more ? '至少 ' : '共 ') + count(total) + ' ' + unit;
    if (!hits.length) return;
    h.append(el('small', '', n + (total > hits.length ? '，先列 ' + hits.length + ' ' + unit : '')));
    hits.forEach(function (x) { var li = el('li'), a = el('a'); a.href = root + x.url; fill(li, a, x, q); u.append(li); });
    s.append(h, u);
    if (total > hits.length || more) s.append(el('p', 'hint', '加上县名或更多的字，可以找得更准。'));
    out.append(s);
  }
  find(q).then(function (r) {
    if (r.places.length + r.schools.length) {
      sum.textContent = r.near ? '没有名称里有“' + q + '”的学校，下面是相近的名称。' : '查找“' + q + '”：地区 ' + count(r.placeTotal) + ' 个，学校 ' + count(r.total) + ' 所。';
      group('地区', r.placeTotal, '个', false, r.places);
      group('学校', r.total, '所', r.more, r.schools);
      out.append(links());
    } else {
      sum.textContent = '没有找到“' + q + '”。查的是地区名称、学校现在和以前的名称、代码；可以少输几个字，或换成学校名称里的任意几个字。';
      r.within.forEach(function (p) { var l = el('p'), a = el('a', '', p.name + '的学校'); a.href = root + p.url; l.append(a); out.append(l); });
      out.append(links(), own);
    }
  }, function () {
    sum.textContent = '查找用的文件没有打开，可能是网络不通。请稍后再试，或按地区找。';
    out.append(links(), own);
  });
}

w.portalSearch = { normalise: normalise, score: score, find: find };
d.querySelectorAll('form[role=search]').forEach(enhance);
var results = d.getElementById('results');
if (results) page(results);
})(window, document);
