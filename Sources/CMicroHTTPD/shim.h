// libmicrohttpd, with its variadic functions and awkwardly imported enums given plain functions.
#ifndef CMICROHTTPD_SHIM_H
#define CMICROHTTPD_SHIM_H

#include <stdlib.h>
#include <sys/types.h>
#include <sys/socket.h>
#include <sys/resource.h>
#include <fcntl.h>
#include <microhttpd.h>

enum { cmhd_yes = MHD_YES, cmhd_no = MHD_NO };

static inline enum MHD_Result cmhd_result(int yes) { return yes ? MHD_YES : MHD_NO; }
static inline int cmhd_is_yes(enum MHD_Result result) { return result == MHD_YES; }

typedef void *(*cmhd_uri_callback)(void *context, const char *uri, struct MHD_Connection *connection);

enum { cmhd_stream = SOCK_STREAM };

/// A TCP socket that programs which this one starts do not inherit; -1 with `errno` set where there is none.
static inline int cmhd_socket(int family) {
    int made = socket(family, SOCK_STREAM, 0);
    if (made >= 0) fcntl(made, F_SETFD, FD_CLOEXEC);
    return made;
}

/// Raises the bound of open files as far as wanted and as the system lets it; answers the bound, or -1.
static inline long cmhd_raise_open_files(unsigned long wanted) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return -1;
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = wanted < limit.rlim_max ? wanted : limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
        getrlimit(RLIMIT_NOFILE, &limit);
    }
    return limit.rlim_cur > 1000000000 ? 1000000000 : (long)limit.rlim_cur;
}

/// Bounds of a daemon; times in seconds, sizes in bytes.
struct cmhd_limits {
    unsigned int connections;
    unsigned int idle_seconds;
    size_t header_bytes;
    size_t stack_bytes;
};

static void cmhd_silence(void *context, const char *format, va_list arguments) {
    (void)context; (void)format; (void)arguments;
}

/// Starts a daemon with one thread a connection on a socket that is already listening. The socket belongs to the
/// daemon from then on; when it cannot start it has closed the socket.
/// `certificate` and `key` are PEM texts for https, or both null.
static inline struct MHD_Daemon *cmhd_start(
    int listening_socket, struct cmhd_limits limits, const char *certificate, const char *key,
    MHD_AccessHandlerCallback handler, cmhd_uri_callback uri, MHD_RequestCompletedCallback completed,
    MHD_NotifyConnectionCallback connected, void *context) {
    unsigned int flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL
        | MHD_USE_ITC | MHD_USE_ERROR_LOG | (certificate ? MHD_USE_TLS : 0);
    struct MHD_OptionItem tls[] = {
        { certificate ? MHD_OPTION_HTTPS_MEM_CERT : MHD_OPTION_END, 0, (void *)certificate },
        { MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)key },
        { MHD_OPTION_HTTPS_PRIORITIES, 0, (void *)"NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2" },
        { MHD_OPTION_END, 0, NULL },
    };
    return MHD_start_daemon(
        flags, 0, NULL, NULL, handler, context,
        MHD_OPTION_EXTERNAL_LOGGER, &cmhd_silence, NULL,
        MHD_OPTION_LISTEN_SOCKET, (MHD_socket)listening_socket,
        MHD_OPTION_URI_LOG_CALLBACK, uri, context,
        MHD_OPTION_NOTIFY_COMPLETED, completed, context,
        MHD_OPTION_NOTIFY_CONNECTION, connected, context,
        MHD_OPTION_CONNECTION_LIMIT, limits.connections,
        MHD_OPTION_CONNECTION_TIMEOUT, limits.idle_seconds,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, limits.header_bytes,
        MHD_OPTION_THREAD_STACK_SIZE, limits.stack_bytes,
        MHD_OPTION_ARRAY, tls,
        MHD_OPTION_END);
}

/// Whether a connection has come, rather than gone.
static inline int cmhd_is_start(enum MHD_ConnectionNotificationCode code) { return code == MHD_CONNECTION_NOTIFY_STARTED; }

/// The descriptor of a connection's socket, or -1.
static inline int cmhd_descriptor(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

/// What the callback of a new connection has left for it, or null.
static inline void *cmhd_peer(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

/// Calls `iterator` for every request header.
static inline void cmhd_each_header(
    struct MHD_Connection *connection, MHD_KeyValueIterator iterator, void *context) {
    MHD_get_connection_values(connection, MHD_HEADER_KIND, iterator, context);
}

/// A response of bytes that stay where they are until `release` is called with `owner`.
static inline struct MHD_Response *cmhd_response(
    const void *bytes, size_t length, MHD_ContentReaderFreeCallback release, void *owner) {
    return MHD_create_response_from_buffer_with_free_callback_cls(length, (void *)bytes, release, owner);
}

/// A response whose length is not known beforehand.
static inline struct MHD_Response *cmhd_stream_response(
    MHD_ContentReaderCallback read, MHD_ContentReaderFreeCallback release, void *owner) {
    return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 16384, read, owner, release);
}

static inline ssize_t cmhd_end_of_stream(void) { return MHD_CONTENT_READER_END_OF_STREAM; }

/// Bytes of a response that stops before its announced end.
struct cmhd_cut { size_t length; char bytes[]; };

static ssize_t cmhd_cut_read(void *context, uint64_t position, char *buffer, size_t max) {
    struct cmhd_cut *cut = context;
    if (position >= cut->length) return MHD_CONTENT_READER_END_WITH_ERROR;
    size_t count = cut->length - (size_t)position;
    if (count > max) count = max;
    for (size_t i = 0; i < count; i++) buffer[i] = cut->bytes[position + i];
    return (ssize_t)count;
}

/// A response that announces `announced` bytes, sends the first `length` and then closes the connection.
static inline struct MHD_Response *cmhd_cut_response(const char *bytes, size_t length, size_t announced) {
    struct cmhd_cut *cut = malloc(sizeof(struct cmhd_cut) + length);
    if (!cut) return NULL;
    cut->length = length;
    for (size_t i = 0; i < length; i++) cut->bytes[i] = bytes[i];
    return MHD_create_response_from_callback(announced, 4096, &cmhd_cut_read, cut, &free);
}

#endif
