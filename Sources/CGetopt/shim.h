// getopt_long, which the toolchain's Glibc module leaves out, with the global variables it answers through put into
// one struct.
#ifndef CGETOPT_SHIM_H
#define CGETOPT_SHIM_H

#include <getopt.h>
#include <stddef.h>

/// One step of a scan: what `getopt_long` answered and the variables that go with it.
struct cgetopt_step {
    int code;
    /// The value of a flag, or null. It points into the scanned arguments.
    char *value;
    /// The code of the flag that was refused.
    int refused;
    /// Index of the next argument that will be looked at.
    int next;
};

/// Begins a scan and makes the library forget an earlier one: glibc by 0, BSD's by a variable.
static inline void cgetopt_begin(void) {
#ifdef __APPLE__
    optreset = 1;
    optind = 1;
#else
    optind = 0;
#endif
    opterr = 0;
}

static inline struct cgetopt_step cgetopt_next(
    int count, char *const *arguments, const char *short_flags, const struct option *flags) {
    int code = getopt_long(count, arguments, short_flags, flags, NULL);
    struct cgetopt_step step = { code, optarg, optopt, optind };
    return step;
}

#endif
