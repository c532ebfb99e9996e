// Prints what the package chinese-days says, for the calendar's tests: for each day of 2010–2026
//   YYYY-MM-DD work|off
// and, for each year of 2008–2100, the lunar festivals that the law names
//   YYYY-MM-DD 春节|端午节|中秋节
// The package's tables are an independent source; nothing of them is in the tree.
import chineseDays from 'chinese-days';

const day = (time) => new Date(time).toISOString().slice(0, 10);
const lines = [];
for (let time = Date.UTC(2010, 0, 1); time < Date.UTC(2027, 0, 1); time += 86_400_000) {
  lines.push(`${day(time)} ${chineseDays.isWorkday(day(time)) ? 'work' : 'off'}`);
}
for (let year = 2008; year <= 2100; year += 1) {
  for (const [lunar, festival] of [['01-01', '春节'], ['05-05', '端午节'], ['08-15', '中秋节']]) {
    lines.push(`${chineseDays.getSolarDateFromLunar(`${year}-${lunar}`).date} ${festival}`);
  }
}
process.stdout.write(`${lines.join('\n')}\n`);
