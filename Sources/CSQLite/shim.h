// libsqlite3, with the macros that Swift cannot import given as functions.
#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/// The extended result codes that a unique index and a primary key answer.
enum { csqlite_unique = SQLITE_CONSTRAINT_UNIQUE, csqlite_primary_key = SQLITE_CONSTRAINT_PRIMARYKEY };

/// Binds text that SQLite copies before returning.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
    return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

/// Binds bytes that SQLite copies before returning.
static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int length) {
    return sqlite3_bind_blob(statement, index, bytes, length, SQLITE_TRANSIENT);
}

/// Counts no memory in this process; to be called before SQLite is used.
static inline void csqlite_count_no_memory(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

/// Gives memory that is free back to the system, which glibc otherwise keeps.
static inline void csqlite_trim_memory(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

#endif
