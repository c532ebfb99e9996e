// Pages: read as a browser reads them, by parse5; nothing may come from elsewhere.
import { parse } from 'parse5';

function each(node, visit) {
  visit(node);
  (node.childNodes ?? []).forEach((child) => each(child, visit));
}

/** What is wrong with a report as a page. */
export function pageProblems(html) {
  const problems = [];
  const tree = parse(html, { onParseError: ({ code, startLine }) => problems.push(`line ${startLine}: ${code}`) });
  const tags = new Map();
  each(tree, (node) => {
    if (!node.tagName) return;
    tags.set(node.tagName, (tags.get(node.tagName) ?? 0) + 1);
    for (const { name, value } of node.attrs) {
      if (/^(on|src|href|style$|action|xlink)/.test(name) || /^\s*(javascript|https?|data):/i.test(value)) problems.push(`<${node.tagName} ${name}="${value}">`);
    }
  });
  for (const name of ['script', 'link', 'img', 'iframe', 'object', 'embed', 'form', 'a', 'base']) if (tags.has(name)) problems.push(`a <${name}>`);
  for (const name of ['html', 'head', 'body', 'title', 'h1', 'style']) if (tags.get(name) !== 1) problems.push(`${tags.get(name) ?? 0} of <${name}>`);
  if (/url\(|@import/i.test(html)) problems.push('something from elsewhere');
  if (!/@page\s*\{[^}]*size: A4/.test(html)) problems.push('no A4');
  if (!html.includes('lang="zh-CN"')) problems.push('no language');
  return problems;
}
