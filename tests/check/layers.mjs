// The layer rules of the house: core ◀ shell ◀ web, nobody sees tests; the browser only in web/, the JSON library only
// in the files that read or write JSON, no clock and no file in core.
import { codeOnly, lineAt } from './tree.mjs';

const SOURCE = /\.(h|hpp|c|cc|cpp|inc)$/;
const HEADER = /\.(h|hpp|inc)$/;

// The rooms whose .cpp files read or write JSON, and those of them that may share a header which shows the library.
const JSON_ROOMS = [
  'core/json/', 'core/calendar/', 'core/catalogue/', 'core/pack/', 'core/facts/', 'core/statute/', 'core/contract/',
  'core/exchange/', 'core/report/', 'core/quiz/', 'shell/cli/', 'shell/session/', 'web/bridge/', 'tests/',
];
const JSON_HEADER_ROOMS = ['core/json/', 'core/pack/read/', 'core/contract/', 'tests/'];

const MAY_SEE = {
  core: ['core'],
  shell: ['core', 'shell'],
  web: ['core', 'shell', 'web'],
};
const IMGUI_ROOMS = ['shell/ui/', 'shell/views/', 'web/', 'tests/'];

const NOT_IN_CORE_HEADERS =
  /^(fstream|filesystem|iostream|ostream|istream|cstdio|ctime|clocale|locale|thread|mutex|future|condition_variable|csignal|stdio\.h|time\.h|unistd\.h|sys\/.*)$/;
const NOT_IN_CORE_CODE =
  /\b(?:system_clock|steady_clock|high_resolution_clock|utc_clock|file_clock|getenv|setlocale|fopen|std::time|std::cout|std::cerr|std::cin|printf|std::ifstream|std::ofstream|std::this_thread)\b/g;

function includesOf(code) {
  return [...code.matchAll(/^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]/gm)].map((match) => ({
    quoted: match[1] === '"',
    name: match[2],
    line: lineAt(code, match.index),
  }));
}

function sources(tree) {
  return tree
    .filter((file) => SOURCE.test(file.path) && file.text !== null)
    .map((file) => ({ ...file, layer: file.path.split('/')[0], code: codeOnly(file.text) }));
}

function eachInclude(tree, judge) {
  return sources(tree).flatMap((file) =>
    includesOf(file.code).flatMap((include) => {
      const wrong = judge(file, include);
      return wrong ? [`${file.path}:${include.line}: ${wrong}`] : [];
    }));
}

const isImgui = (name) => /^(imgui|imstb|backends\/imgui)/.test(name.replace(/^misc\/\w+\//, ''));
const isPlatform = (name) => /^(emscripten|GLES|GL\/|EGL|SDL)/.test(name);

function oneWay(tree) {
  return eachInclude(tree, (file, { quoted, name }) => {
    const layers = MAY_SEE[file.layer];
    if (!layers || !quoted || isImgui(name)) return null;
    if (/^(\.\.?\/)/.test(name) || !name.includes('/')) return `"${name}" is not named from the root of the tree`;
    return layers.includes(name.split('/')[0]) ? null : `${file.layer}/ may not include "${name}"`;
  });
}

function thirdParties(tree) {
  return eachInclude(tree, (file, { quoted, name }) => {
    if (isImgui(name)) {
      return IMGUI_ROOMS.some((room) => file.path.startsWith(room)) ? null : `Dear ImGui in ${file.path}`;
    }
    if (quoted || !MAY_SEE[file.layer] || isPlatform(name) || name === 'nlohmann/json.hpp') return null;
    // What is left in pointed brackets has to be the standard library: no folder, no suffix.
    return /^[a-z0-9_]+$/.test(name) ? null : `${file.layer}/ may not include <${name}>`;
  });
}

/** The headers through which the JSON library is seen: those that include it, and those that include one of them. */
function headersShowingJson(files) {
  const showing = new Set();
  for (let size = -1; size !== showing.size;) {
    size = showing.size;
    for (const file of files.filter((each) => HEADER.test(each.path))) {
      if (includesOf(file.code).some(({ name }) => showsJson(name, showing))) showing.add(file.path);
    }
  }
  return showing;
}

const showsJson = (name, showing) => name.startsWith('nlohmann/') || showing.has(name);

function jsonIsPrivate(tree) {
  const showing = headersShowingJson(sources(tree));
  return eachInclude(tree, (file, { name }) => {
    if (!showsJson(name, showing)) return null;
    const rooms = HEADER.test(file.path) ? JSON_HEADER_ROOMS : JSON_ROOMS;
    if (rooms.some((room) => file.path.startsWith(room))) return null;
    return `${name} shows the JSON library ${HEADER.test(file.path) ? 'to a header' : 'outside its rooms'}`;
  });
}

function browserOnlyInWeb(tree) {
  return sources(tree).filter((file) => file.layer !== 'web').flatMap((file) => {
    const macros = [...file.code.matchAll(/\b(?:__EMSCRIPTEN__|__wasm\w*|EMSCRIPTEN_KEEPALIVE|EM_JS|EM_ASM)\b/g)]
      .map((match) => `${file.path}:${lineAt(file.code, match.index)}: ${match[0]} outside web/`);
    const headers = includesOf(file.code).filter((include) => isPlatform(include.name))
      .map((include) => `${file.path}:${include.line}: <${include.name}> outside web/`);
    return [...macros, ...headers];
  });
}

function coreIsPure(tree) {
  return sources(tree).filter((file) => file.layer === 'core').flatMap((file) => {
    const headers = includesOf(file.code).filter((include) => NOT_IN_CORE_HEADERS.test(include.name))
      .map((include) => `${file.path}:${include.line}: <${include.name}> in core/`);
    const uses = [...file.code.matchAll(NOT_IN_CORE_CODE)]
      .map((match) => `${file.path}:${lineAt(file.code, match.index)}: ${match[0]} in core/`);
    return [...headers, ...uses];
  });
}

/** Types defined straight in a namespace: [{name: with the namespace, line}]. */
function typesOf(code) {
  const types = [];
  const open = [];                                         // what each brace opened: a namespace's name, or null
  let from = 0;
  for (const { 0: mark, index } of code.matchAll(/[{};]/g)) {
    const head = code.slice(from, index).trim();
    from = index + 1;
    if (mark === '}') open.pop();
    if (mark !== '{') continue;
    const type = head.match(/\b(?:struct|class|enum)\s+(\w+)(?:\s+final)?(?:\s*:[^]*)?$/);
    if (type && !open.includes(null)) types.push({ name: [...open, type[1]].join('::'), line: lineAt(code, index) });
    open.push(head.match(/\bnamespace\s+([\w:]*)$/)?.[1] ?? null);
  }
  return types;
}

/** The linker takes two types of one name for one, and says nothing: what belongs to the one is done to the other. */
function oneTypeAName(tree) {
  const first = new Map();
  return sources(tree).filter((file) => HEADER.test(file.path) && MAY_SEE[file.layer]).flatMap((file) =>
    typesOf(file.code).flatMap(({ name, line }) => {
      const place = `${file.path}:${line}`;
      if (first.has(name)) return [`${place}: ${name} is defined in ${first.get(name)} as well`];
      first.set(name, place);
      return [];
    }));
}

export const checks = [
  {
    name: 'core, shell and web include only what lies below them, and nothing of tests',
    find: oneWay,
    bad: [
      { 'core/a.cpp': '#include "shell/ports.h"\n' },
      { 'core/a.cpp': '#include "tests/fakes/store.h"\n' },
      { 'core/a.cpp': '#include "a.h"\n' },
      { 'shell/a.cpp': '#include "web/bridge.h"\n' },
      { 'shell/views/a.cpp': '#  include "../ui/table.h"\n' },
      { 'web/a.cpp': '#include "tests/a.h"\n' },
    ],
    good: { 'core/a.cpp': '// #include "shell/a.h"\n#include "core/b.h"\n', 'shell/a.cpp': '#include "core/b.h"\n',
      'web/a.cpp': '#include "shell/b.h"\n', 'tests/a.cpp': '#include "web/b.h"\n' },
  },
  {
    name: 'third-party headers stay in their rooms',
    find: thirdParties,
    bad: [
      { 'core/a.cpp': '#include "imgui.h"\n' },
      { 'shell/session/a.cpp': '#include <imgui.h>\n' },
      { 'core/a.h': '#include <boost/optional.hpp>\n' },
      { 'shell/a.cpp': '#include <doctest/doctest.h>\n' },
    ],
    good: { 'shell/ui/a.cpp': '#include "imgui.h"\n#include <vector>\n', 'shell/views/a.cpp': '#include "imgui_internal.h"\n' },
  },
  {
    name: 'the JSON library is private to the files that read or write JSON',
    find: jsonIsPrivate,
    bad: [
      { 'core/pack/read.h': '#include <nlohmann/json.hpp>\n' },
      { 'core/pack/read.h': '#include <nlohmann/json_fwd.hpp>\n' },
      { 'core/route/route.cpp': '#include <nlohmann/json.hpp>\n' },
      { 'shell/views/a.cpp': '#include <nlohmann/json.hpp>\n' },
      {
        'core/json/a.h': '#include <nlohmann/json.hpp>\n',
        'core/pack/read/b.h': '#include "core/json/a.h"\n',
        'core/pack/pack.h': '#include "core/pack/read/b.h"\n',
      },
      { 'core/json/a.h': '#include <nlohmann/json.hpp>\n', 'shell/views/a.cpp': '#include "core/json/a.h"\n' },
    ],
    good: {
      'core/pack/read.cpp': '#include <nlohmann/json.hpp>\n',
      'core/json/a.h': '#include <nlohmann/json.hpp>\n',
      'core/calendar/read.cpp': '#include "core/json/a.h"\n',
    },
  },
  {
    name: 'the browser is known only under web/',
    find: browserOnlyInWeb,
    bad: [
      { 'core/a.cpp': '#ifdef __EMSCRIPTEN__\n#endif\n' },
      { 'shell/ui/a.cpp': '#include <emscripten/emscripten.h>\n' },
      { 'tests/a.cpp': '#if defined(__EMSCRIPTEN__)\n#endif\n' },
      { 'shell/ui/a.cpp': '#include <GLES3/gl3.h>\n' },
    ],
    good: { 'web/a.cpp': '#include <emscripten.h>\n#ifdef __EMSCRIPTEN__\n#endif\n', 'core/a.cpp': '// not for __EMSCRIPTEN__\n' },
  },
  {
    name: 'core knows no clock, file, screen, environment or thread',
    find: coreIsPure,
    bad: [
      { 'core/a.cpp': '#include <fstream>\n' },
      { 'core/a.cpp': '#include <filesystem>\n' },
      { 'core/a.cpp': '#include <iostream>\n' },
      { 'core/a.cpp': 'auto now = std::chrono::system_clock::now();\n' },
      { 'core/a.cpp': 'const char* home = std::getenv("HOME");\n' },
    ],
    good: { 'core/a.cpp': '#include <chrono>\n// no system_clock here\nconst char* say = "getenv";\n', 'shell/cli/a.cpp': '#include <fstream>\n' },
  },
  {
    name: 'no two headers define types of one name',
    find: oneTypeAName,
    bad: [
      { 'core/a.h': 'namespace signroute {\nstruct Place {\n};\n}\n', 'shell/b.h': 'namespace signroute {\nclass Place : Base {\n};\n}\n' },
    ],
    good: {
      'core/a.h': 'namespace signroute {\nstruct Place {\n    enum class Kind { a };\n};\nclass Later;\n}\n',
      'core/b.h': 'namespace signroute::lint {\nstruct Place {\n    enum class Kind { b };\n};\n}\n',
      'shell/a.h': 'namespace signroute {\nnamespace intent {\nstruct Place {\n};\n}\nvoid f() {\n    struct Place {};\n}\n}\n',
      'core/c.h': 'namespace signroute {\nstruct Place;\nclass Later {\n};\n}\n',
    },
  },
];
