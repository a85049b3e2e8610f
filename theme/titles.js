/* 标题建议：指标和督导报告的标题。combobox.js loads it when somebody types two characters; needs portalSearch and the titles at {root}search/titles/ (TitleIndex.cs).
portalTitles(q): Promise of what portalSearch.fill writes, indicators first, then reports, newest first; at most MOST of each.
A title fits as a name does (search-cases.json): whole, its beginning, a run of it, or all parts of the query in it and its place; or its place and the rest of the query. */
(w => {
'use strict';
const { bytes, once, best, forms, keys, placesIn, uniq } = w.portalSearch, MOST = 3, CITIES = 3, KINDS = { i: '指标', r: '督导报告' };
const rows = text => text.split('\n').filter(Boolean).map(l => {
  const [kind, name, place, date, url] = l.split('\t');
  return { name, url, was: [], at: [KINDS[kind], place, date].filter(Boolean).join(' · '), own: keys([name]), keys: keys(kind === 'r' ? [name, place + name] : [name]), place, kind };
});
const words = async path => new TextDecoder().decode(await bytes('titles/' + path));
const all = () => once('titles', async () => {
  const [head, ...lines] = (await words('all')).split('\n'), h = head.split('\t');
  if (h[0] !== 'portal-titles 1') throw Error(h[0]);
  return { cities: h[1].split(' '), rows: rows(lines.join('\n')) };
});
const city = code => once('city ' + code, async () => rows(await words(code)));

w.portalTitles = async q => {
  const fs = forms(q), a = await all(), found = [].concat(...fs.map(placesIn));
  const cities = uniq(found.map(x => x.place.id.slice(0, 4))).filter(c => a.cities.includes(c)).slice(0, CITIES);
  const rated = [].concat(a.rows, ...await Promise.all(cities.map(city))).filter((r, i, list) => list.findIndex(o => o.url === r.url) === i).map(r => [r, Math.min(best(fs, r.keys), ...found.map(x => x.rest && r.place.includes(x.place.name) ? best([x.rest], r.own) : 9))]);
  return [].concat(...Object.keys(KINDS).map(k => rated.filter(r => r[1] < 4 && r[0].kind === k).slice(0, MOST).map(r => r[0])));
};
})(window);
