// The patterns of tests/cases/README.md: where `value` does not fit `pattern`.

const show = (value) => (JSON.stringify(value) ?? 'null').slice(0, 400);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const OPERATORS = {
  $has: (patterns, value) => Array.isArray(value) && patterns.every((p) => value.some((one) => fits(p, one))),
  $none: (patterns, value) => Array.isArray(value) && !patterns.some((p) => value.some((one) => fits(p, one))),
  $len: (n, value) => Array.isArray(value) && value.length === n,
  $any: (patterns, value) => patterns.some((p) => fits(p, value)),
  $not: (pattern, value) => !fits(pattern, value),
  $text: (text, value) => typeof value === 'string' && value.includes(text),
  $present: (wanted, value) => wanted === (value !== null),
};

const fits = (pattern, value) => mismatches(pattern, value ?? null).length === 0;

export function mismatches(pattern, value, at = '') {
  const differs = [`${at || '/'}: ${show(pattern)} was wanted, ${show(value)} stands there`];
  if (Array.isArray(pattern)) {
    if (!Array.isArray(value) || value.length !== pattern.length) return differs;
    return pattern.flatMap((one, i) => mismatches(one, value[i], `${at}/${i}`));
  }
  if (!isObject(pattern)) return pattern === value ? [] : differs;
  return Object.entries(pattern).flatMap(([key, want]) => {
    if (key.startsWith('$')) return OPERATORS[key]?.(want, value) ? [] : [`${at || '/'}: ${show({ [key]: want })} was wanted, ${show(value)} stands there`];
    if (!isObject(value)) return differs;
    return mismatches(want, value[key] ?? null, `${at}/${key}`);
  });
}
