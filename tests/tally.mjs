// Counts what a step of tests/run.sh did, from its log: "PASSED FAILED" on standard output, failures on standard error.
//
// usage: node tests/tally.mjs ctest|lines LOG EXIT_STATUS
//   ctest  output of ctest --verbose. A doctest executable counts as many as its summary says, a test that prints
//          lines "ok …" and "FAIL …" counts them, any other test counts once.
//   lines  output of a test program that prints "ok …" or "FAIL …" for each thing it tested.
// What ended badly without naming a failure, and what tested nothing, counts as one failure.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const DOCTEST = /^\[doctest\] test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed/;

/** Counts {passed, failed, names} of one program's output lines, given whether it ended well. */
function tallyLines(name, lines, endedWell) {
  let passed = 0;
  let failed = 0;
  const names = [];
  for (const line of lines) {
    const doctest = DOCTEST.exec(line);
    if (doctest) {
      passed += Number(doctest[1]);
      failed += Number(doctest[2]);
      if (Number(doctest[2]) > 0) names.push(name);
    } else if (/^ok\b/.test(line)) {
      passed += 1;
    } else if (/^FAIL\b/.test(line)) {
      failed += 1;
      names.push(`${name}: ${line.slice(4).trim()}`);
    }
  }
  if (!endedWell && failed === 0) {
    failed += 1;
    names.push(`${name}: 异常结束 (ended badly)`);
  }
  return { passed, failed, names };
}

export function tallyProgram(text, endedWell) {
  const tally = tallyLines('', text.split('\n'), endedWell);
  if (tally.passed + tally.failed === 0) return { passed: 0, failed: 1, names: ['没有测试任何东西 (tested nothing)'] };
  tally.names = tally.names.map((name) => name.replace(/^: /, ''));
  return tally;
}

export function tallyCtest(text, endedWell) {
  const outputs = new Map();
  const results = [];
  for (const line of text.split('\n')) {
    const output = /^(\d+): (.*)$/.exec(line);
    const result = /^\s*\d+\/\d+ Test\s+#(\d+): (\S+) [.\s]*(\**\w.*?)\s+[\d.]+ sec/.exec(line);
    if (output) {
      outputs.set(output[1], [...(outputs.get(output[1]) ?? []), output[2]]);
    } else if (result) {
      results.push({ number: result[1], name: result[2], passed: result[3].startsWith('Passed') });
    }
  }
  const total = { passed: 0, failed: 0, names: [] };
  for (const { number, name, passed } of results) {
    const tally = tallyLines(name, outputs.get(number) ?? [], passed);
    if (passed && tally.passed + tally.failed === 0) tally.passed = 1;
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.names.push(...tally.names);
  }
  if (results.length === 0 || (!endedWell && total.failed === 0)) {
    total.failed += 1;
    total.names.push('ctest 没有正常完成 (ctest did not complete)');
  }
  return total;
}

function main([kind, log, status]) {
  const text = readFileSync(log, 'utf8');
  const tally = (kind === 'ctest' ? tallyCtest : tallyProgram)(text, Number(status) === 0);
  for (const name of tally.names) console.error(`    FAIL ${name}`);
  console.log(`${tally.passed} ${tally.failed}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) main(process.argv.slice(2));
