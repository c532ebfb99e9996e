// Changes of a file that nobody thought of: every value replaced by each of a few others or left out, and in every object
// each key that stands anywhere in such a file.

const OTHERS = [null, '', 'x', 0, 7, 1.5, true, false, [], [''], ['x'], [7], [null], {}, { x: 1 }];

const show = (value) => JSON.stringify(value);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place in `value`: its pointer, the object or list it stands in, and its key there. */
function places(value, at = '') {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [{ at: `${at}/${key}`, holder: value, key }, ...places(value[key], `${at}/${key}`)]);
}

/** The first of the places of each kind: those that differ only in their numbers are of one kind. */
function kinds(all) {
  const seen = new Set();
  return all.filter(({ at, holder, key }) => {
    const kind = `${at.replace(/\/\d+(?=\/|$)/g, '/*')} ${typeof holder[key]} ${isObject(holder[key]) ? Object.keys(holder[key]) : ''}`;
    return !seen.has(kind) && seen.add(kind);
  });
}

/** Every key of an object in `schema`. */
export function keysOf(schema) {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = isObject(schema.properties) ? Object.keys(schema.properties) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(keysOf)])];
}

/** `value` with each change in turn, as {name, value}; `keys` are tried in every object. */
export function changesOf(value, keys) {
  const out = [];
  const changed = { '': JSON.parse(show(value)) };
  const note = (name) => out.push({ name, value: JSON.parse(show(changed[''])) });
  const setTo = (object, key, other, name) => {
    const kept = Object.entries(object);
    object[key] = other;
    if (other === undefined) delete object[key];
    note(name);
    Object.keys(object).forEach((one) => delete object[one]);
    Object.assign(object, Object.fromEntries(kept));
  };
  for (const { at, holder, key } of kinds(places(changed))) {
    const here = holder[key];
    const name = at.slice(1);
    if (isObject(here)) keys.filter((one) => !(one in here)).forEach((one) => setTo(here, one, null, `${name}/${one} = null`));
    if (name === '') continue;
    for (const other of OTHERS.filter((one) => show(one) !== show(here))) setTo(holder, key, other, `${name} = ${show(other)}`);
    if (!Array.isArray(holder)) setTo(holder, key, undefined, `${name} left out`);
  }
  return out;
}

const CROSS = new RegExp(`^(?:${[
  'unknown_(?:document|article|matter|role|action|fact|limit|thing|event|aspect|option|step|reading|topic|notice)',
  'wrong_fact_type|duplicate_id|cyclic_order|cyclic_role|ambiguous_name',
  'day_outside_year|make_up_on_weekday|duplicate_day|off_and_make_up|impossible_date',
].join('|')})$`);

/** A refusal for what is elsewhere in the file or in the catalogue, or for two figures together: not for the form of one value. */
export const whatASchemaCannotKnow = ({ code, pointer }) =>
  CROSS.test(code) || (code === 'bad_value' && /\/bodies\/\d+\/(?:id|entries\/\d+)$/.test(pointer)) || /\/instead\/facts\//.test(pointer);
