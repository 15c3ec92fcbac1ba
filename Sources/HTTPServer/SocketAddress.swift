/// An address and port to listen on, such as `127.0.0.1:5240` or `[::1]:0`.
public struct SocketAddress: Sendable, Equatable, CustomStringConvertible {
    /// A numeric address without brackets; names are not looked up.
    public var host: String
    /// 0 asks for a free one.
    public var port: Int

    /// Neither is checked before a server listens there.
    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `ADDR:PORT`; an IPv6 address stands in brackets. `PORT` and `:PORT` alone mean loopback. `nil` when it is
    /// none of these.
    public init?(_ text: String) {
        let digits = text.split(separator: ":", omittingEmptySubsequences: false).last ?? ""
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }), let port = Int(digits),
            (0...65535).contains(port)
        else { return nil }
        var host = String(text.dropLast(digits.count))
        if host.hasSuffix(":") { host.removeLast() }
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        if host == "localhost" || text == digits || text == ":\(digits)" { host = "127.0.0.1" }
        guard !host.isEmpty else { return nil }
        self.init(host: host, port: port)
    }

    /// True when only this machine can reach it.
    public var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" }

    /// As it is read: `127.0.0.1:5240`, `[::1]:5240`.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
