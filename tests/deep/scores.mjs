// Prints Lighthouse's scores and fails below the bars of the project: node scores.mjs REPORT.json
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const bars = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };
let low = false;
for (const [id, bar] of Object.entries(bars)) {
  const score = Math.round(report.categories[id].score * 100);
  const failing = report.categories[id].auditRefs.map(a => report.audits[a.id]).filter(a => a.score !== null && a.score < 1 && a.scoreDisplayMode !== 'informative').map(a => a.id);
  console.log(`      ${id} ${score} (bar ${bar})${score < bar ? ': ' + failing.join(', ') : ''}`);
  low ||= score < bar;
}
process.exit(low ? 1 : 0);
