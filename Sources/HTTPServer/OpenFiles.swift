import CMicroHTTPD

/// How many files and sockets this process may have open.
enum OpenFiles {
    /// Kept for the database, for listening and for whatever else opens files.
    private static let others = 64

    /// Raises the bound as far as so many connections need and the system lets it.
    /// - Returns: how many connections there is room for.
    static func room(for connections: Int) -> Int {
        let bound = cmhd_raise_open_files(UInt(connections + others))
        guard bound >= 0 else { return connections }
        return max(16, min(connections, bound - others))
    }
}
