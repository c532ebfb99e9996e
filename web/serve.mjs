// A static file server for looking at the site on one's own machine; an office uses the web server it has.
//
// usage: node web/serve.mjs DIRECTORY [HOST] [PORT]      without a port: 8080 or the next free one
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The file that a request's path names inside `root`; null where there is none. */
function fileFor(root, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/)[0]);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  let file = join(root, normalize(path));
  if (file !== root && !file.startsWith(root + sep)) return null;
  let stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    file = join(file, 'index.html');
    stat = statSync(file, { throwIfNoEntry: false });
  }
  return stat?.isFile() ? { file, size: stat.size } : null;
}

function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const found = fileFor(root, request.url);
  if (!found) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('没有这个文件\n');
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(found.file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': 'no-cache',
  });
  if (request.method === 'HEAD') {
    response.end();
  } else {
    createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
  }
}

/**
 * Serves `directory` and resolves to the listening http.Server. With `port` undefined the first free one from 8080 on is
 * taken, with 0 any; a port that was asked for and is taken rejects with EADDRINUSE.
 */
export function serve(directory, host = '127.0.0.1', port = undefined) {
  const root = resolve(directory);
  const server = createServer((request, response) => answer(root, request, response));
  return new Promise((done, fail) => {
    let candidate = port ?? 8080;
    server.on('error', (error) => {
      if (port === undefined && error.code === 'EADDRINUSE' && candidate < 8180) {
        candidate += 1;
        server.listen(candidate, host);
      } else {
        fail(error);
      }
    });
    server.on('listening', () => done(server));
    server.listen(candidate, host);
  });
}

async function main([directory, host, port]) {
  try {
    const server = await serve(directory, host || undefined, port ? Number(port) : undefined);
    const { address, port: taken } = server.address();
    const name = address.includes(':') ? `[${address}]` : address;
    console.log(`签批向导：http://${name}:${taken}/   （Ctrl+C 停止 / Ctrl+C stops it）`);
  } catch (error) {
    const taken = error.code === 'EADDRINUSE';
    console.error(taken ? `端口 ${port} 已被占用，请换一个 (the port is taken: choose another)。` : String(error.message));
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  await main(process.argv.slice(2));
}
