// Serves a directory as a careless intranet would: in a sub-path, plain http, no media type for wasm; gzip when asked.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'application/javascript' };
const PREFIX = '/oa/签批/v1/';

const packed = new Map();  // by file and when it was changed
function read(file) {
  const stamp = `${file} ${statSync(file).mtimeMs}`;
  if (!packed.has(stamp)) packed.set(stamp, gzipSync(readFileSync(file), { level: 9 }));
  return packed.get(stamp);
}

/** Resolves to {url, requests, transferred(), close()}; `requests` is [{path, name: of the file, status, bytes}] as sent, compressed. */
export function serveSite(root) {
  const requests = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split(/[?#]/)[0]);
    let body = null;
    let name = path.startsWith(PREFIX) ? normalize(path.slice(PREFIX.length) || 'index.html') : null;
    try {
      if (name && !name.startsWith('..')) body = read(join(root, name));
    } catch {
      body = null;
    }
    requests.push({ path, name, status: body ? 200 : 404, bytes: body ? body.length : 0 });
    if (!body) return response.writeHead(404).end();
    const headers = { 'Content-Encoding': 'gzip', 'Cache-Control': 'no-store' };
    if (TYPES[extname(name)]) headers['Content-Type'] = TYPES[extname(name)];
    response.writeHead(200, headers).end(body);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done({
        url: `http://127.0.0.1:${server.address().port}${encodeURI(PREFIX)}`,
        requests,
        transferred: () => requests.reduce((sum, r) => sum + r.bytes, 0),
        close: () => new Promise((closed) => { server.closeAllConnections?.(); server.close(closed); }),
      });
    });
  });
}
