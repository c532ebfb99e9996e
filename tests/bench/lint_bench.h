#pragma once

// How long lint takes for each pack and for five together. Prints, asserts nothing.
void print_lint_times();
