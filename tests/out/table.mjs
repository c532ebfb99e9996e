// CSV as RFC 4180 has it, read without any library.

/** The rows of a table, without its byte order mark. Throws where the text is no CSV. */
export function tableOf(text) {
  const body = text.replace(/^\ufeff/, '');
  if (!body.endsWith('\r\n')) throw new Error('the last row has no end');
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  while (cell.lastIndex < body.length) {
    const at = cell.lastIndex;
    const found = cell.exec(body);
    if (!found) throw new Error(`no cell at ${at}: ${JSON.stringify(body.slice(at, at + 60))}`);
    const [, value, end] = found;
    rows[rows.length - 1].push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === '\r\n' && cell.lastIndex < body.length) rows.push([]);
  }
  return rows;
}
