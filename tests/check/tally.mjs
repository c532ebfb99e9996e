// The suite's own counting is tested: a failure that is not counted would hide every other one.
import { tallyCtest, tallyProgram } from '../tally.mjs';

const CTEST = `
test 1
    Start 1: core
1: Test command: core_tests
1: [doctest] test cases:  12 |  12 passed | 0 failed | 3 skipped
1/4 Test #1: core .............................   Passed    0.02 sec
    Start 2: shell
2: [doctest] test cases:   5 |   3 passed | 2 failed | 0 skipped
2/4 Test #2: shell ............................***Failed    0.02 sec
3: ok answers a deadline
3: FAIL answers a route
3/4 Test #3: cli ..............................***Failed    0.10 sec
4/4 Test #4: plain ............................   Passed    0.10 sec
`;
const CRASH = `
1: ==1==ERROR: AddressSanitizer: heap-use-after-free
1/1 Test #1: core .............................***Exception: SegFault  0.02 sec
`;
const STOPPED = `
1: [doctest] test cases:   5 |   5 passed | 0 failed | 0 skipped
1/1 Test #1: core .............................***Timeout 600.01 sec
`;

const cases = [
  ['the counting adds up doctest cases, printed lines and plain tests', () => tallyCtest(CTEST, false), 12 + 3 + 1 + 1, 2 + 1],
  ['the counting sees a crash', () => tallyCtest(CRASH, false), 0, 1],
  ['the counting sees a test that was stopped after its summary', () => tallyCtest(STOPPED, false), 5, 1],
  ['the counting sees that no test was found', () => tallyCtest('No tests were found!!!\n', true), 0, 1],
  ['the counting reads a program that names its failures', () => tallyProgram('ok a\nFAIL b\nok c\n', false), 2, 1],
  ['the counting sees a program that died after good lines', () => tallyProgram('ok a\n', false), 1, 1],
  ['the counting sees a program that tested nothing', () => tallyProgram('', true), 0, 1],
];

export const tallyChecks = cases.map(([name, count, passed, failed]) => ({
  name,
  problems: () => {
    const tally = count();
    const right = tally.passed === passed && tally.failed === failed;
    return right ? [] : [`counted ${tally.passed} and ${tally.failed}, expected ${passed} and ${failed}`];
  },
}));
