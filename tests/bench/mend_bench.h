#pragma once

// How long it takes to mend plans of thirty steps and those of everyday length. Prints, asserts nothing.
void print_mend_times();
