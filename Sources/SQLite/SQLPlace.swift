/// Where the text of a statement lies in memory.
struct SQLPlace: Hashable {
    private let start: UnsafePointer<UInt8>
    private let count: Int

    /// `nil` for texts so short that they lie in the value itself, and for foreign ones.
    init?(_ sql: String) {
        // What is shorter than this is copied for whoever wants to see its bytes.
        guard sql.utf8.count > MemoryLayout<String>.size,
            let bytes = sql.utf8.withContiguousStorageIfAvailable({ $0 }), let start = bytes.baseAddress
        else { return nil }
        self.start = start
        count = bytes.count
    }
}
