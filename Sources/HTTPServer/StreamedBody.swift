import CMicroHTTPD

/// The body of an answer that goes on for as long as somebody reads it. Only its connection's thread touches it.
final class StreamedBody {
    private let next: @Sendable () -> [UInt8]?
    private weak var server: ServerContext?
    /// What was made and is not sent yet. More is made only when all of it is gone, so a slow reader costs no more
    /// than this.
    private var pending: ArraySlice<UInt8> = []

    init(_ next: @escaping @Sendable () -> [UInt8]?, _ server: ServerContext?) {
        self.next = next
        self.server = server
    }

    func response() -> OpaquePointer? {
        let owner = Unmanaged.passRetained(self).toOpaque()
        let made = cmhd_stream_response(
            { owner, _, buffer, room in
                guard let owner, let buffer else { return cmhd_end_of_stream() }
                return Unmanaged<StreamedBody>.fromOpaque(owner).takeUnretainedValue().read(buffer, room)
            },
            { owner in if let owner { Unmanaged<StreamedBody>.fromOpaque(owner).release() } }, owner)
        if made == nil { Unmanaged<StreamedBody>.fromOpaque(owner).release() }
        return made
    }

    /// Waits until there is something to send, and writes as much of it as there is room for.
    private func read(_ buffer: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
        while pending.isEmpty {
            guard let server, !server.isStopping, let more = next() else { return cmhd_end_of_stream() }
            pending = more[...]
        }
        let count = min(room, pending.count)
        let target = UnsafeMutableRawBufferPointer(start: buffer, count: count)
        target.copyBytes(from: pending.prefix(count))
        pending = pending.dropFirst(count)
        return count
    }
}
