import Glibc

/// How many files and sockets this process may have open.
enum OpenFiles {
    /// Kept for the database, for listening and for whatever else opens files.
    private static let others = 64

    /// Raises the bound as far as so many connections need and the system lets it.
    /// - Returns: how many connections there is room for.
    static func room(for connections: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return connections }
        let wanted = rlim_t(connections + others)
        if limit.rlim_cur < wanted {
            limit.rlim_cur = min(wanted, limit.rlim_max)
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        return max(16, min(connections, Int(clamping: limit.rlim_cur) - others))
    }
}
